package io.tagcompliance.aws;

import io.tagcompliance.aws.AwsType.Apart;
import io.tagcompliance.aws.AwsType.Carried;
import io.tagcompliance.aws.AwsType.Inline;
import io.tagcompliance.aws.AwsType.Separate;
import io.tagcompliance.aws.RegionTags.Opening;
import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.resource.ScanGap.Kept;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.spi.CloudException;
import io.tagcompliance.core.spi.ScanSink;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads one cell, one type in one Region, to its end or to where it fails. Used once, by one thread. */
final class CellReading {
    private static final int JOINED_AT_ONCE = 1_000;

    private final AwsType type;
    private final Place place;
    private final RegionTags tags;
    private final ScanSink sink;
    private final Set<String> seen = new HashSet<>();
    private final List<Entry> withoutTags = new ArrayList<>();
    private boolean opened;

    CellReading(AwsType type, Place place, RegionTags tags, ScanSink sink) {
        this.type = type;
        this.place = place;
        this.tags = tags;
        this.sink = sink;
    }

    Extent.Cell cell() {
        return place.cell(type);
    }

    void read() {
        Optional<ReadFailure> failure = list();
        joinTags();
        failure.ifPresentOrElse(this::leaveGap, () -> sink.finished(cell()));
    }

    private Optional<ReadFailure> list() {
        try {
            type.listing().read(place, this::take);
            return Optional.empty();
        } catch (CloudException e) {
            return Optional.of(e.failure());
        } finally {
            open(Opening.NONE);
        }
    }

    /**
     * Lists change while they are read, and then name a resource on two pages: it counts once. What is being deleted is no
     * resource, whatever its type.
     */
    private void take(Page<Entry> page) {
        if (!page.items().isEmpty() || !page.next().isNone()) {
            open(Opening.of(page));
        }
        List<Entry> entries = page.items().stream()
                .filter(Entry::remains)
                .filter(entry -> seen.add(entry.arn().resource()))
                .toList();
        if (entries.isEmpty()) {
            return;
        }
        switch (type.tags()) {
            case Inline inline -> give(entries);
            case Carried carried -> give(entries);
            case Apart apart -> withoutTags.addAll(entries);
        }
    }

    private void give(List<Entry> entries) {
        sink.page(entries.stream()
                .map(entry -> place.resource(type, entry, TagReading.known(entry.tags())))
                .toList());
    }

    /** Only the first time counts, whether that is a page or the end; an empty page says nothing of the next parent's. */
    private void open(Opening opening) {
        if (type.tags() instanceof Separate separate && !opened) {
            opened = true;
            tags.opened(separate, opening);
        }
    }

    /** The list goes on while the tags are read; they meet here, some at a time, since both may be long. */
    private void joinTags() {
        if (type.tags() instanceof Apart apart) {
            for (int from = 0; from < withoutTags.size(); from += JOINED_AT_ONCE) {
                join(apart, withoutTags.subList(from, Math.min(from + JOINED_AT_ONCE, withoutTags.size())));
            }
        }
    }

    private void join(Apart apart, List<Entry> entries) {
        List<Optional<TagReading>> readings = tags.of(apart, entries);
        sink.page(IntStream.range(0, readings.size())
                .boxed()
                .flatMap(index -> resource(entries.get(index), readings.get(index)))
                .toList());
    }

    private Stream<Resource> resource(Entry entry, Optional<TagReading> reading) {
        return reading.map(known -> place.resource(type, entry, known)).stream();
    }

    private void leaveGap(ReadFailure failure) {
        sink.gap(new ScanGap(cell(), failure, seen.isEmpty() ? Kept.NOTHING : Kept.SOME));
    }
}
