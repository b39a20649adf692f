package io.tagcompliance.core.resource;

import io.tagcompliance.policy.Cloud;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers sites to the letter: two that are equal may be spelled differently. Confined to one thread. */
final class SitesBuilder {
    private final Map<Spelling, Integer> numbers = new HashMap<>();
    private final List<Site> sites = new ArrayList<>();

    private record Spelling(Cloud cloud, String type, String account, String region, String group) {}

    int add(Resource resource) {
        Location location = resource.location();
        Spelling spelling = new Spelling(
                resource.id().cloud(),
                resource.type().name(),
                location.account().text(),
                location.region().text(),
                location.group().name());
        Integer known = numbers.get(spelling);
        if (known != null) {
            return known;
        }
        numbers.put(spelling, sites.size());
        sites.add(new Site(spelling.cloud(), resource.type(), location));
        return sites.size() - 1;
    }

    List<Site> build() {
        return List.copyOf(sites);
    }
}
