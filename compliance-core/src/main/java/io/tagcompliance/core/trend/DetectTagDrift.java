package io.tagcompliance.core.trend;

import io.tagcompliance.core.check.HistoryKeeping;
import io.tagcompliance.core.check.HistoryScope;
import io.tagcompliance.core.check.ResourceFilter;
import io.tagcompliance.core.check.ScanReader;
import io.tagcompliance.core.check.Sources;
import io.tagcompliance.core.history.KeptScan;
import io.tagcompliance.core.history.Snapshot;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.resource.ScanId;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.core.spi.ScanHistory;
import io.tagcompliance.core.trend.ChangeAuthors.Between;
import io.tagcompliance.core.trend.DriftRequest.Baseline;
import io.tagcompliance.policy.TagKey;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Tells which tags changed since a kept scan. Only what both scans read is compared: a resource that came or went is no drift,
 * nor is what lay in a gap, nor another policy.
 */
public final class DetectTagDrift {
    private final Sources sources;

    public DetectTagDrift(Sources sources) {
        this.sources = sources;
    }

    /**
     * Compares the estate with the baseline that the request wants. A partial scan is one only where it is asked for.
     *
     * @throws InterruptedException where the asker was interrupted
     * @throws ScanHistory.Unavailable where kept scans can't be read
     * @throws io.tagcompliance.core.scan.StillScanningException where the scan outlasts the asker's patience
     */
    public DriftReport detect(DriftRequest request, Patience patience) throws InterruptedException {
        ScanReader.Reading now = ScanReader.read(sources, request.filter(), request.freshness(), patience);
        String scope = HistoryScope.of(sources.scanner().reader(), wholeScanOf(request.filter()));
        List<KeptScan> kept =
                history().map(history -> history.snapshots(scope, Instant.EPOCH)).orElse(List.of()).stream()
                        .filter(one -> !one.scan().equals(now.facts().scan()))
                        .toList();
        Optional<KeptScan> baseline =
                kept.stream().filter(wanted(request.baseline())).findFirst();
        Optional<Snapshot> then =
                baseline.flatMap(one -> history().flatMap(history -> history.snapshot(scope, one.scan())));
        return baseline.isPresent() && then.isPresent()
                ? compared(request, new Older(baseline.get(), then.get(), kept), now)
                : new DriftReport.NoBaseline(now.facts(), request.baseline(), kept);
    }

    private Optional<ScanHistory> history() {
        return sources.keeping().map(HistoryKeeping::history);
    }

    private Predicate<KeptScan> wanted(Baseline wanted) {
        return switch (wanted) {
            case Baseline.OldestWithin(int days) -> {
                Instant from = sources.clock().instant().minus(Duration.ofDays(days));
                yield kept -> kept.isComplete() && !kept.takenAt().isBefore(from);
            }
            case Baseline.Named(ScanId scan) -> kept -> kept.scan().equals(scan);
        };
    }

    /** Scans are kept whole; what a filter leaves out of one is left out of the comparison. */
    private static ResourceFilter wholeScanOf(ResourceFilter filter) {
        return new ResourceFilter(filter.scope(), Set.of(), Map.of());
    }

    /** The older side of a comparison, and what else could have been it. */
    private record Older(KeptScan scan, Snapshot snapshot, List<KeptScan> kept) {}

    private DriftReport.Compared compared(DriftRequest request, Older older, ScanReader.Reading now)
            throws InterruptedException {
        Snapshot baseline = older.snapshot();
        Drifts.Gathering gathering = new Drifts.Gathering(new TagComparison(
                baseline.resources(),
                now.resources(),
                folded(request.keys()),
                sources.policies().current().compiled()));
        new ScanPairs(baseline.resources(), now.resources()).walk(gathering);
        Set<ScanGap> unknown = new LinkedHashSet<>(baseline.gaps());
        unknown.addAll(now.facts().coverage().gaps());
        unknown.addAll(gathering.uncompared());
        Drifts found = gathering.drifts();
        Drifts drifts = found.hearing(new ChangeAuthors(sources.scanner().providers())
                .heard(
                        now.resources(),
                        Incidents.toLookUp(found, request.flood()),
                        new Between(baseline.takenAt(), now.facts().asOf())));
        return new DriftReport.Compared(
                now.facts(),
                older.scan(),
                drifts,
                Incidents.of(drifts, request.flood()),
                List.copyOf(unknown),
                gathering.compared(),
                older.kept());
    }

    private static Set<String> folded(Set<TagKey> keys) {
        return keys.stream().map(TagKey::folded).collect(Collectors.toUnmodifiableSet());
    }
}
