package io.tagcompliance.snapshot;

import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.policy.Cloud;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What an estate file holds, gathered record by record. */
final class EstateContent {
    private final Map<Cloud, List<Resource>> resources = new TreeMap<>();
    private final List<EstateRecord.NotRead> gaps = new ArrayList<>();
    private final Map<ResourceId, Long> lines = new HashMap<>();

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
        Long before = lines.putIfAbsent(resource.id(), line);
        if (before != null) {
            throw new WrongRecordException(line, "the same resource_id as in line " + before + "; keep one of them");
        }
        of(resource.id().cloud()).add(resource);
    }

    private List<Resource> of(Cloud cloud) {
        return resources.computeIfAbsent(cloud, key -> new ArrayList<>());
    }

    /** Whether neither a resource nor a cloud is named. */
    boolean isEmpty() {
        return resources.isEmpty();
    }

    /** The records of each cloud that the file names. */
    Map<Cloud, Records> byCloud() {
        Map<Cloud, Records> records = new TreeMap<>();
        resources.forEach((cloud, its) -> records.put(cloud, new Records(its, gapsOf(cloud, its))));
        return Collections.unmodifiableMap(records);
    }

    private List<ScanGap> gapsOf(Cloud cloud, List<Resource> its) {
        List<EstateRecord.NotRead> touching =
                gaps.stream().filter(gap -> isOf(gap.part().clouds(), cloud)).toList();
        GapPlaces places = new GapPlaces(cloud, its, touching);
        return touching.stream().flatMap(places::of).distinct().toList();
    }

    private static boolean isOf(Set<Cloud> named, Cloud cloud) {
        return named.isEmpty() || named.contains(cloud);
    }
}
