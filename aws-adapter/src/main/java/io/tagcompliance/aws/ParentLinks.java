package io.tagcompliance.aws;

import io.tagcompliance.core.resource.ParentLink;
import io.tagcompliance.core.resource.ParentLink.Kind;
import io.tagcompliance.core.resource.ResourceGroup;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.resource.Traits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The parents that AWS notes in tags of its own, which nobody can write: the surest links that there are.
 *
 * @see <a href="https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html">AWS on system tags</a>
 */
final class ParentLinks {
    private static final String STACK = "aws:cloudformation:stack-name";
    private static final Map<String, Kind> KEYS = Map.of(
            "aws:autoscaling:groupName",
            Kind.SCALING_GROUP,
            STACK,
            Kind.STACK,
            "aws:ecs:serviceName",
            Kind.SERVICE,
            "aws:ecs:clusterName",
            Kind.CLUSTER,
            "aws:eks:cluster-name",
            Kind.CLUSTER);

    private ParentLinks() {}

    /** The traits, with the parents that the tags name after those that the list named. */
    static Traits added(Traits traits, TagReading tags) {
        List<ParentLink> parents = new ArrayList<>(traits.parents());
        if (tags instanceof TagReading.Known known) {
            known.tags().forEach((key, value) -> {
                Kind kind = key.startsWith("aws:") ? KEYS.get(key) : null;
                if (kind != null && !value.isEmpty()) {
                    parents.add(new ParentLink(kind, value));
                }
            });
        }
        return parents.size() == traits.parents().size() ? traits : new Traits(traits.state(), parents);
    }

    /** The stack that made a resource: what AWS has for a resource group, whose tags may be inherited. */
    static ResourceGroup stack(TagReading tags) {
        return tags instanceof TagReading.Known known
                ? known.tags().value(STACK).map(ResourceGroup::new).orElse(ResourceGroup.NONE)
                : ResourceGroup.NONE;
    }
}
