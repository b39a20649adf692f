package io.tagcompliance.aws;

import io.tagcompliance.core.resource.ParentLink;
import io.tagcompliance.core.resource.ParentLink.Kind;
import io.tagcompliance.core.resource.ResourceGroup;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.resource.Traits;
import java.util.ArrayList;
import java.util.List;

/** The parents that AWS names in tags of its own. */
final class ParentLinks {
    private ParentLinks() {}

    /** The traits, with the parents that the tags name after those that the list named. */
    static Traits added(Traits traits, TagReading tags) {
        List<ParentLink> parents = new ArrayList<>(traits.parents());
        if (tags instanceof TagReading.Known known) {
            known.tags().forEach((key, value) -> {
                Kind kind = key.startsWith("aws:") ? ParentLink.TAGS_OF_AWS.get(key) : null;
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
                ? known.tags()
                        .value(ParentLink.STACK_TAG)
                        .map(ResourceGroup::new)
                        .orElse(ResourceGroup.NONE)
                : ResourceGroup.NONE;
    }
}
