package io.tagcompliance.snapshot;

import io.tagcompliance.core.resource.Ints;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceColumns;
import io.tagcompliance.core.resource.ResourceColumnsBuilder;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.policy.Cloud;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What an estate file holds, gathered record by record. */
final class EstateContent {
    private final Map<Cloud, Part> parts = new TreeMap<>();
    private final List<EstateRecord.NotRead> gaps = new ArrayList<>();
    private final Likenesses likenesses;

    /** Nothing yet; of the lines to come, those that are usual are taken from there. */
    EstateContent(UsualLine usual) {
        this.likenesses = new Likenesses(usual);
    }

    /** The resources of one cloud, and the lines in which they stand. */
    record Part(ResourceColumnsBuilder resources, Ints lines) {}

    /** Takes the record of the usual line where it is like one before it; whether it is. */
    boolean addIfLikeOthers(long line) throws WrongRecordException {
        Optional<Likenesses.Like> like = likenesses.find();
        if (like.isEmpty()) {
            return false;
        }
        Part part = like.get().part();
        note(part, part.resources().add(like.get().row()), line);
        return true;
    }

    /** Takes the record of the usual line, which others may be like. */
    void addUsual(RawRecord raw) throws WrongRecordException {
        place(raw).ifPresent(likenesses::note);
    }

    /** Takes one record. */
    void add(RawRecord raw) throws WrongRecordException {
        place(raw);
    }

    private Optional<Likenesses.Placed> place(RawRecord raw) throws WrongRecordException {
        return switch (RecordParser.parse(raw)) {
            case EstateRecord.Present(Resource resource) -> Optional.of(place(resource, raw.line()));
            case EstateRecord.NotRead gap -> {
                gaps.add(gap);
                gap.part().clouds().forEach(this::of);
                yield Optional.empty();
            }
        };
    }

    private Likenesses.Placed place(Resource resource, long line) throws WrongRecordException {
        Part part = of(resource.id().cloud());
        int row = part.resources().add(resource);
        note(part, row, line);
        return new Likenesses.Placed(part, row);
    }

    private static void note(Part part, int row, long line) throws WrongRecordException {
        if (row < part.lines().size()) {
            throw new WrongRecordException(
                    line, "the same resource_id as in line " + part.lines().at(row) + "; keep one of them");
        }
        part.lines().add(Math.toIntExact(line));
    }

    private Part of(Cloud cloud) {
        return parts.computeIfAbsent(cloud, key -> new Part(ResourceColumnsBuilder.distinct(), new Ints()));
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
