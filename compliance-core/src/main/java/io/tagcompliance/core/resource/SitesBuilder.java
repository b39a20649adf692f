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
    private Spelling last = new Spelling(Cloud.AWS, "", "", "", "");
    private int numberOfLast = -1;

    private record Spelling(Cloud cloud, String type, String account, String region, String group) {}

    int add(Resource resource) {
        Location location = resource.location();
        Spelling spelling = new Spelling(
                resource.id().cloud(),
                resource.type().name(),
                location.account().text(),
                location.region().text(),
                location.group().name());
        if (numberOfLast < 0 || !spelling.equals(last)) {
            numberOfLast = numberOf(spelling, resource);
            last = spelling;
        }
        return numberOfLast;
    }

    private int numberOf(Spelling spelling, Resource resource) {
        Integer known = numbers.putIfAbsent(spelling, sites.size());
        if (known != null) {
            return known;
        }
        sites.add(new Site(spelling.cloud(), resource.type(), resource.location()));
        return sites.size() - 1;
    }

    List<Site> build() {
        return List.copyOf(sites);
    }
}
