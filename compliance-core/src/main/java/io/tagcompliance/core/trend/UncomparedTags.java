package io.tagcompliance.core.trend;

import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.Location;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.resource.ScanGap.Kept;
import io.tagcompliance.core.resource.TagReading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Resources that two scans found, and of which one of them couldn't read the tags: told as gaps, one for each type, region
 * and reason, with how many resources there are. Confined to one thread.
 */
final class UncomparedTags {
    private record Why(Extent.Cell cell, ReadFailure failure) {}

    private final Map<Why, Integer> resources = new LinkedHashMap<>();

    /** Notes a resource, as both scans have it. */
    void add(Resource older, Resource newer) {
        if (newer.tags() instanceof TagReading.Unknown(ReadFailure failure)) {
            add(newer, failure);
        } else if (older.tags() instanceof TagReading.Unknown(ReadFailure failure)) {
            add(older, failure);
        }
    }

    private void add(Resource resource, ReadFailure failure) {
        Location location = resource.location();
        Extent.Cell cell =
                new Extent.Cell(resource.id().cloud(), location.account(), location.region(), resource.type());
        resources.merge(new Why(cell, failure), 1, Integer::sum);
    }

    List<ScanGap> gaps() {
        return resources.entrySet().stream()
                .map(entry -> gap(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static ScanGap gap(Why why, int resources) {
        String uncompared = "Until both scans read the tags, "
                + (resources == 1 ? "one resource is" : resources + " resources are") + " not compared.";
        return new ScanGap(why.cell(), why.failure().with(uncompared), Kept.SOME);
    }
}
