package io.tagcompliance.core.check;

import io.tagcompliance.core.history.KeptScan;
import io.tagcompliance.core.history.Line;
import io.tagcompliance.core.history.ScanPoint;
import io.tagcompliance.core.history.ScanPoint.AttributionGap;
import io.tagcompliance.core.history.ScanPoint.PointCounts;
import io.tagcompliance.core.history.Snapshot;
import io.tagcompliance.core.resource.ResourceColumns;
import io.tagcompliance.core.resource.ScanId;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.core.spi.ScanHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Puts checks into the history, each scan once on each line. Safe for many threads. */
public final class HistoryKeeping {
    private final ScanHistory history;
    private final GapNow gap;
    private final Map<Line, ScanId> lastPoint = new ConcurrentHashMap<>();
    private final Map<String, Snapped> lastSnapshot = new ConcurrentHashMap<>();

    /** @param gap asked for each scan of everything; what is remembered of the bill is its own affair, or it ages twice */
    public HistoryKeeping(ScanHistory history, GapNow gap) {
        this.history = history;
        this.gap = gap;
    }

    /** Tells what nobody answers for on the last closed bill. */
    @FunctionalInterface
    public interface GapNow {
        /**
         * Splits the bill; unknown where another policy is in force by then, and empty where the bill isn't read when the
         * patience ends.
         *
         * @param policy as {@link HistoryScope} names it
         * @throws InterruptedException where the asker was interrupted
         */
        Optional<AttributionGap> gap(String policy, Patience patience) throws InterruptedException;
    }

    /** The last scan whose resources were kept of a scope, and the day of the last complete one. */
    private record Snapped(ScanId scan, LocalDate day) {}

    /** The history itself. */
    public ScanHistory history() {
        return history;
    }

    /** A check that is to be kept: its line, and how long who asked for it waits. */
    record Asked(CheckRequest request, Line line, Patience patience) {}

    Kept keep(Asked asked, ComplianceCheck check, ResourceColumns resources) throws InterruptedException {
        CheckRequest request = asked.request();
        Line line = asked.line();
        try {
            if (!check.facts().scan().equals(lastPoint.get(line))) {
                Optional<AttributionGap> gap = gapOf(asked);
                history.keep(point(line, check, gap.orElseGet(AttributionGap.Unknown::new)));
                gap.ifPresent(read -> lastPoint.put(line, check.facts().scan()));
            }
            if (isWhole(request.filter())) {
                snapshot(request.keep(), line.scope(), check, resources);
            }
            return Kept.KEPT;
        } catch (ScanHistory.Unavailable unavailable) {
            return Kept.STORE_UNAVAILABLE;
        }
    }

    /** A filter within a scan keeps figures only: its resources are those of a scan that is kept by itself. */
    private static boolean isWhole(ResourceFilter filter) {
        return filter.groups().isEmpty() && filter.tags().isEmpty();
    }

    private void snapshot(Keep keep, String scope, ComplianceCheck check, ResourceColumns resources) {
        ScanFacts facts = check.facts();
        LocalDate day = LocalDate.ofInstant(facts.asOf(), ZoneOffset.UTC);
        Snapped last = lastSnapshot.computeIfAbsent(scope, this::newest);
        Snapshot found = new Snapshot(
                facts.scan(), facts.asOf(), resources, facts.coverage().gaps());
        boolean complete = found.name().isComplete();
        boolean wanted = keep == Keep.WITH_RESOURCES
                ? !last.scan().equals(facts.scan())
                : last.day().isBefore(day) && complete;
        if (wanted) {
            history.keep(scope, found);
            lastSnapshot.put(scope, new Snapped(facts.scan(), complete ? day : last.day()));
        }
    }

    private Snapped newest(String scope) {
        List<KeptScan> kept = history.snapshots(scope, Instant.EPOCH);
        return kept.isEmpty()
                ? new Snapped(new ScanId("none"), LocalDate.MIN)
                : new Snapped(
                        kept.getLast().scan(),
                        kept.stream()
                                .filter(KeptScan::isComplete)
                                .map(one -> LocalDate.ofInstant(one.takenAt(), ZoneOffset.UTC))
                                .reduce(LocalDate.MIN, (earlier, later) -> later));
    }

    /**
     * The bill is split as a whole: beside the figures of a part it would mislead. Empty where it isn't read when the patience
     * ends: the next check of the same scan keeps it. Where nothing is left of the patience no reading begins, since one for the
     * costs of resources is most likely under way.
     */
    private Optional<AttributionGap> gapOf(Asked asked) throws InterruptedException {
        if (!asked.request().filter().equals(ResourceFilter.EVERYTHING)) {
            return Optional.of(new AttributionGap.Unknown());
        }
        if (!asked.patience().longest().isPositive()) {
            return Optional.empty();
        }
        return gap.gap(asked.line().policy(), asked.patience());
    }

    private static ScanPoint point(Line line, ComplianceCheck check, AttributionGap gap) {
        Counts counts = check.figures().counts();
        return new ScanPoint(
                check.facts().scan(),
                check.facts().asOf(),
                line,
                check.facts().coverage().gaps().size(),
                new PointCounts(
                        counts.total(),
                        counts.applicable(),
                        counts.compliant(),
                        counts.notEvaluated(),
                        check.figures().violations()),
                gap);
    }
}
