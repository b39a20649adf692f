package io.tagcompliance.testkit;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.Location;
import io.tagcompliance.core.resource.ParentLink;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceGroup;
import io.tagcompliance.core.resource.Traits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** An estate for suggestions, built by its resources. */
final class Tagged {
    private final List<Resource> all = new ArrayList<>();

    /** A resource by its type and name, in the usual account. */
    Tagged with(String typeAndName, Map<String, String> tags) {
        all.add(Estates.resource("eu-west-1 " + typeAndName, tags));
        return this;
    }

    /** So many resources; the name ends with a number that is no word. */
    Tagged with(int count, String typeAndName, Map<String, String> tags) {
        for (int number = 1; number <= count; number++) {
            with(typeAndName + "-" + number, tags);
        }
        return this;
    }

    /** What was put in since the last one, with something changed. */
    Tagged but(int lastOnes, UnaryOperator<Resource> changed) {
        all.subList(all.size() - lastOnes, all.size()).replaceAll(changed);
        return this;
    }

    List<Resource> resources() {
        return List.copyOf(all);
    }

    static UnaryOperator<Resource> in(String account) {
        return resource -> Estates.in(new AccountId(account), resource);
    }

    static UnaryOperator<Resource> inGroup(String group) {
        return resource -> {
            Location there = resource.location();
            return changed(
                    resource,
                    new Location(there.account(), there.region(), new ResourceGroup(group)),
                    resource.creation(),
                    resource.traits());
        };
    }

    static UnaryOperator<Resource> of(ParentLink.Kind kind, String parent) {
        return resource -> changed(
                resource,
                resource.location(),
                resource.creation(),
                new Traits("", List.of(new ParentLink(kind, parent))));
    }

    static UnaryOperator<Resource> made(String at) {
        return resource ->
                changed(resource, resource.location(), new Creation.At(Instant.parse(at)), resource.traits());
    }

    private static Resource changed(Resource resource, Location location, Creation creation, Traits traits) {
        return new Resource(
                resource.id(), resource.type(), location, resource.name(), resource.tags(), creation, traits);
    }
}
