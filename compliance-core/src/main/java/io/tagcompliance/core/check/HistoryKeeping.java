package io.tagcompliance.core.check;

import io.tagcompliance.core.history.Line;
import io.tagcompliance.core.history.ScanPoint;
import io.tagcompliance.core.history.ScanPoint.AttributionGap;
import io.tagcompliance.core.history.ScanPoint.PointCounts;
import io.tagcompliance.core.history.Snapshot;
import io.tagcompliance.core.resource.ResourceColumns;
import io.tagcompliance.core.resource.ScanId;
import io.tagcompliance.core.spi.ScanHistory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Puts checks into the history, each scan once on each line. Safe for many threads. */
public final class HistoryKeeping {
    private final ScanHistory history;
    private final Map<Line, ScanId> lastPoint = new ConcurrentHashMap<>();
    private final Map<String, Snapped> lastSnapshot = new ConcurrentHashMap<>();

    public HistoryKeeping(ScanHistory history) {
        this.history = history;
    }

    /** The last scan whose resources were kept of a scope, and on which day. */
    private record Snapped(ScanId scan, LocalDate day) {}

    /** The history itself. */
    public ScanHistory history() {
        return history;
    }

    Kept keep(CheckRequest request, Line line, ComplianceCheck check, ResourceColumns resources) {
        try {
            if (!check.facts().scan().equals(lastPoint.get(line))) {
                history.keep(point(line, check));
                lastPoint.put(line, check.facts().scan());
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
        boolean wanted = keep == Keep.WITH_RESOURCES
                ? !last.scan().equals(facts.scan())
                : last.day().isBefore(day) && facts.coverage().isComplete();
        if (wanted) {
            history.keep(
                    scope,
                    new Snapshot(
                            facts.scan(),
                            facts.asOf(),
                            resources,
                            facts.coverage().gaps()));
            lastSnapshot.put(scope, new Snapped(facts.scan(), day));
        }
    }

    private Snapped newest(String scope) {
        return history.newestOf(scope)
                .map(newest -> new Snapped(newest.scan(), LocalDate.ofInstant(newest.takenAt(), ZoneOffset.UTC)))
                .orElse(new Snapped(new ScanId("none"), LocalDate.MIN));
    }

    private static ScanPoint point(Line line, ComplianceCheck check) {
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
                new AttributionGap.Unknown());
    }
}
