package io.tagcompliance.core.trend;

import io.tagcompliance.core.check.CompiledPolicies;
import io.tagcompliance.core.check.Counts;
import io.tagcompliance.core.check.HistoryKeeping;
import io.tagcompliance.core.check.HistoryScope;
import io.tagcompliance.core.check.Sources;
import io.tagcompliance.core.history.KeptScan;
import io.tagcompliance.core.history.Line;
import io.tagcompliance.core.history.ScanPoint;
import io.tagcompliance.core.history.Snapshot;
import io.tagcompliance.core.resource.ResourceColumns;
import io.tagcompliance.core.resource.ResourceColumnsBuilder;
import io.tagcompliance.core.spi.ScanHistory;
import io.tagcompliance.core.trend.ViolationHistory.Entry;
import io.tagcompliance.core.trend.ViolationHistory.Place;
import io.tagcompliance.core.trend.ViolationHistory.Unscanned;
import io.tagcompliance.core.trend.ViolationHistory.Why;
import io.tagcompliance.policy.TagPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells whether an estate gets better. */
public final class ShowViolationHistory {
    /** Of each resource of the two scans, while they are unpacked and mixed. */
    private static final long BYTES_TO_COMPARE = 300;

    private final Sources sources;

    public ShowViolationHistory(Sources sources) {
        this.sources = sources;
    }

    /**
     * Looks at the checks that were kept; no cloud is asked.
     *
     * @throws ScanHistory.Unavailable where these can't be read
     */
    public ViolationHistory show(HistoryRequest request) {
        CompiledPolicies.InForce inForce = sources.policies().current();
        Line line = HistoryScope.line(
                sources.scanner().reader(), request.filter(), inForce.compiled().policy());
        Instant now = sources.clock().instant();
        Instant daysBack = now.minus(Duration.ofDays(request.daysBack()));
        Span span = new Span(request.interval().startOf(day(daysBack).plusDays(1)), day(now));
        Instant from =
                earlier(daysBack, span.first().atStartOfDay(ZoneOffset.UTC).toInstant());
        List<ScanPoint> points =
                history().map(history -> history.points(line.scope(), from)).orElse(List.of());
        List<Entry> entries = entries(points, line, request.interval());
        List<ScanPoint> onLine = entries.stream()
                .filter(entry -> entry.onLine() == Place.ON_THE_LINE)
                .map(Entry::point)
                .toList();
        double change = onLine.size() < 2 ? 0 : scoreOf(onLine.getLast()) - scoreOf(onLine.getFirst());
        return new ViolationHistory(
                entries,
                unscanned(entries, span, request.interval()),
                onLine.size() < 2 ? Direction.NOT_ENOUGH_DATA : Direction.of(change),
                change,
                whyIfReadable(
                        points,
                        new Since(line.scope(), from),
                        inForce.compiled().policy()),
                (int) points.stream()
                        .filter(point -> !point.line().equals(line))
                        .count(),
                inForce.source());
    }

    private Optional<ScanHistory> history() {
        return sources.keeping().map(HistoryKeeping::history);
    }

    private static double scoreOf(ScanPoint point) {
        return point.score().orElseThrow();
    }

    private static List<Entry> entries(List<ScanPoint> points, Line line, Interval interval) {
        TreeMap<LocalDate, List<ScanPoint>> byStart = new TreeMap<>();
        for (ScanPoint point : points) {
            byStart.computeIfAbsent(interval.startOf(day(point.takenAt())), start -> new ArrayList<>())
                    .add(point);
        }
        return byStart.entrySet().stream()
                .map(entry -> entry(entry.getKey(), entry.getValue(), line))
                .toList();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** An interval is looked at from its first day on, or nobody could say that it had no scan. */
    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Days of which the last one counts; the first begins an interval. */
    private record Span(LocalDate first, LocalDate last) {}

    private static List<Unscanned> unscanned(List<Entry> entries, Span span, Interval interval) {
        Set<LocalDate> scanned = entries.stream().map(Entry::start).collect(Collectors.toUnmodifiableSet());
        Deque<Unscanned> found = new ArrayDeque<>();
        LocalDate start = span.first();
        LocalDate tomorrow = span.last().plusDays(1);
        while (!start.isAfter(span.last())) {
            LocalDate next = interval.next(start);
            if (!scanned.contains(start)) {
                boolean goesOn = !found.isEmpty() && found.getLast().until().equals(start);
                Unscanned one = goesOn ? found.removeLast() : new Unscanned(start, start, 0);
                LocalDate until = next.isAfter(tomorrow) ? tomorrow : next;
                found.add(new Unscanned(one.from(), until, one.intervals() + 1));
            }
            start = next;
        }
        return List.copyOf(found);
    }

    /** The last that can be compared; else the last complete one; else the last of all. */
    private static Entry entry(LocalDate start, List<ScanPoint> points, Line line) {
        ScanPoint shown = points.stream()
                .max(Comparator.comparing((ScanPoint point) -> place(point, line) == Place.ON_THE_LINE)
                        .thenComparing(ScanPoint::isComplete)
                        .thenComparing(ScanPoint::takenAt))
                .orElseThrow();
        int partial = (int) points.stream().filter(point -> !point.isComplete()).count();
        return new Entry(start, shown, place(shown, line), partial);
    }

    private static Place place(ScanPoint point, Line line) {
        if (!point.isComplete()) {
            return Place.PARTIAL;
        }
        if (!point.line().equals(line)) {
            return Place.OTHER_POLICY;
        }
        return point.score().isPresent() ? Place.ON_THE_LINE : Place.NO_SCORE;
    }

    /** Figures stand without the resources, which may be damaged for themselves. */
    private Why whyIfReadable(List<ScanPoint> points, Since since, TagPolicy policy) {
        try {
            return why(points, since, policy);
        } catch (ScanHistory.Unavailable unavailable) {
            return new Why.Unknown("the resources that were kept can't be read: " + unavailable.getMessage());
        }
    }

    /** Scans of a scope that were made at that time or later. */
    private record Since(String scope, Instant from) {}

    /** Resources are unpacked only where there are two complete scans to compare, and room for them. */
    private Why why(List<ScanPoint> points, Since since, TagPolicy policy) {
        List<KeptScan> kept =
                history().map(history -> history.snapshots(since.scope(), since.from())).orElse(List.of()).stream()
                        .filter(KeptScan::isComplete)
                        .toList();
        if (kept.size() < 2) {
            return new Why.Unknown(
                    "there are not two complete scans whose resources were kept; store_snapshot keeps one");
        }
        KeptScan first = kept.getFirst();
        KeptScan last = kept.getLast();
        if (day(first.takenAt()).equals(day(last.takenAt()))) {
            // Of a day only the last check counts, so there is no earlier point that the change could have begun at.
            return new Why.Unknown("all complete scans whose resources were kept are of one day");
        }
        long resources = resources(points, first) + resources(points, last);
        if (resources * BYTES_TO_COMPARE > Runtime.getRuntime().maxMemory()) {
            return new Why.Unknown(
                    "comparing " + resources + " resources takes more memory than this program may use; give it "
                            + ((resources * BYTES_TO_COMPARE) >> 20) + " MiB");
        }
        if (policy.required().stream()
                .anyMatch(rule -> !rule.leniency().inheritFrom().isEmpty())) {
            return new Why.Unknown("keys may be inherited, and what parents had then was not kept");
        }
        Optional<Snapshot> older = history().flatMap(history -> history.snapshot(since.scope(), first.scan()));
        Optional<Snapshot> newer = history().flatMap(history -> history.snapshot(since.scope(), last.scan()));
        return older.isPresent() && newer.isPresent()
                ? split(points, older.get(), newer.get())
                : new Why.Unknown("the scans whose resources were kept are gone");
    }

    private static long resources(List<ScanPoint> points, KeptScan name) {
        return points.stream()
                .filter(point -> point.scan().equals(name.scan()))
                .mapToLong(point -> point.counts().total())
                .findFirst()
                .orElse(0);
    }

    private Why split(List<ScanPoint> points, Snapshot older, Snapshot newer) {
        Optional<Double> before = points.stream()
                .filter(point -> point.scan().equals(older.scan()))
                .findFirst()
                .flatMap(ScanPoint::score);
        Optional<Double> underPolicy = score(older.resources(), older.takenAt());
        Optional<Double> withTags = score(withTagsOf(newer.resources(), older.resources()), newer.takenAt());
        Optional<Double> after = score(newer.resources(), newer.takenAt());
        if (before.isEmpty() || underPolicy.isEmpty() || withTags.isEmpty() || after.isEmpty()) {
            return new Why.Unknown("one of the two scans has no score, since no rule applied");
        }
        return new Why.Known(
                new ScoreChange(
                        underPolicy.get() - before.get(),
                        withTags.get() - underPolicy.get(),
                        after.get() - withTags.get()),
                day(older.takenAt()),
                day(newer.takenAt()));
    }

    private Optional<Double> score(ResourceColumns resources, Instant at) {
        Counts counts = sources.policies().count(resources, at);
        return counts.applicable() == 0
                ? Optional.empty()
                : Optional.of((double) counts.compliant() / counts.applicable());
    }

    /** The older resources, those that are still there with what they carry now. */
    private static ResourceColumns withTagsOf(ResourceColumns newer, ResourceColumns older) {
        ResourceColumnsBuilder mixed = ResourceColumnsBuilder.inOrder();
        new ScanPairs(older, newer).walk(new ScanPairs.Visitor() {
            @Override
            public void inBoth(int before, int after) {
                mixed.add(newer.get(after));
            }

            @Override
            public void inOlder(int before) {
                mixed.add(older.get(before));
            }
        });
        return mixed.build();
    }
}
