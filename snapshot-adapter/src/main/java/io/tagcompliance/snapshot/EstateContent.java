package io.tagcompliance.snapshot;

import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceColumns;
import io.tagcompliance.core.resource.ResourceColumnsBuilder;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.policy.Cloud;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What an estate file holds, gathered record by record. */
final class EstateContent {
    private final Map<Cloud, Part> parts = new TreeMap<>();
    private final List<EstateRecord.NotRead> gaps = new ArrayList<>();

    /** The resources of one cloud, and the lines in which they stand. */
    private record Part(ResourceColumnsBuilder resources, List<Long> lines) {}

    /** Takes one record. */
    void add(RawRecord raw) throws WrongRecordException {
        switch (RecordParser.parse(raw)) {
            case EstateRecord.Present(Resource resource) -> add(resource, raw.line());
            case EstateRecord.NotRead gap -> {
                gaps.add(gap);
                gap.part().clouds().forEach(this::of);
            }
        }
    }

    private void add(Resource resource, long line) throws WrongRecordException {
        Part part = of(resource.id().cloud());
        int number = part.resources().add(resource);
        if (number < part.lines().size()) {
            throw new WrongRecordException(
                    line, "the same resource_id as in line " + part.lines().get(number) + "; keep one of them");
        }
        part.lines().add(line);
    }

    private Part of(Cloud cloud) {
        return parts.computeIfAbsent(cloud, key -> new Part(ResourceColumnsBuilder.distinct(), new ArrayList<>()));
    }

    /** Whether neither a resource nor a cloud is named. */
    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** The records of each cloud that the file names. */
    Map<Cloud, Records> byCloud() {
        Map<Cloud, Records> records = new TreeMap<>();
        parts.forEach((cloud, part) -> {
            ResourceColumns its = part.resources().build();
            records.put(cloud, new Records(its, gapsOf(cloud, its)));
        });
        return Collections.unmodifiableMap(records);
    }

    private List<ScanGap> gapsOf(Cloud cloud, ResourceColumns its) {
        List<EstateRecord.NotRead> touching =
                gaps.stream().filter(gap -> isOf(gap.part().clouds(), cloud)).toList();
        GapPlaces places = new GapPlaces(cloud, its, touching);
        return touching.stream().flatMap(places::of).distinct().toList();
    }

    private static boolean isOf(Set<Cloud> named, Cloud cloud) {
        return named.isEmpty() || named.contains(cloud);
    }
}
