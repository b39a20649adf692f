package io.tagcompliance.testkit;

import io.tagcompliance.core.history.KeptScan;
import io.tagcompliance.core.history.ScanPoint;
import io.tagcompliance.core.history.ScanPoint.AttributionGap;
import io.tagcompliance.core.history.Snapshot;
import io.tagcompliance.core.resource.ScanId;
import io.tagcompliance.core.spi.ScanHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** A history on a store in memory, which outlives it: what was kept is there for whoever opens the store again. */
public final class InMemoryHistory implements ScanHistory {
    private static final Duration KEPT = Duration.ofDays(400);

    private final Store store;
    private final InstantSource clock;

    private InMemoryHistory(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A history on that store, by that clock. */
    public static InMemoryHistory on(Store store, InstantSource clock) {
        return new InMemoryHistory(store, clock);
    }

    /** Where histories keep what they are given. */
    public static final class Store {
        private final Map<String, ScanPoint> points = new LinkedHashMap<>();
        private final Map<String, Map<String, Snapshot>> snapshots = new HashMap<>();
        private final AtomicBoolean blocked = new AtomicBoolean();

        /** Keeps every history from using it until that is closed. */
        public AutoCloseable block() {
            blocked.set(true);
            return () -> blocked.set(false);
        }
    }

    private void requireStore() {
        if (store.blocked.get()) {
            throw new Unavailable("the history is busy", new IllegalStateException());
        }
    }

    @Override
    public void keep(ScanPoint point) {
        requireStore();
        synchronized (store) {
            store.points.merge(
                    point.line().scope() + "\n" + point.line().policy() + "\n"
                            + point.scan().text(),
                    point,
                    InMemoryHistory::together);
            store.points.values().removeIf(kept -> isOver(kept.takenAt()));
        }
    }

    @Override
    public void keep(String scope, Snapshot snapshot) {
        requireStore();
        synchronized (store) {
            Map<String, Snapshot> kept = store.snapshots.computeIfAbsent(scope, first -> new LinkedHashMap<>());
            kept.putIfAbsent(snapshot.scan().text(), snapshot);
            kept.values().removeIf(one -> isOver(one.takenAt()));
        }
    }

    private boolean isOver(Instant takenAt) {
        return takenAt.isBefore(clock.instant().minus(KEPT));
    }

    /** The first, with the gap of the other where it knew none. */
    private static ScanPoint together(ScanPoint first, ScanPoint other) {
        return first.attributionGap() instanceof AttributionGap.Known
                ? first
                : new ScanPoint(
                        first.scan(),
                        first.takenAt(),
                        first.line(),
                        first.gaps(),
                        first.counts(),
                        other.attributionGap());
    }

    @Override
    public List<ScanPoint> points(String scope, Instant from) {
        requireStore();
        synchronized (store) {
            return store.points.values().stream()
                    .filter(point -> point.line().scope().equals(scope))
                    .filter(point -> !point.takenAt().isBefore(from))
                    .sorted(Comparator.comparing(ScanPoint::takenAt))
                    .toList();
        }
    }

    @Override
    public Optional<Snapshot> snapshot(String scope, ScanId scan) {
        return snapshots(scope).filter(one -> one.scan().equals(scan)).findFirst();
    }

    private Stream<Snapshot> snapshots(String scope) {
        requireStore();
        synchronized (store) {
            return List.copyOf(store.snapshots.getOrDefault(scope, Map.of()).values()).stream();
        }
    }

    @Override
    public List<KeptScan> snapshots(String scope, Instant from) {
        return snapshots(scope)
                .filter(one -> !one.takenAt().isBefore(from))
                .map(Snapshot::name)
                .sorted(Comparator.comparing(KeptScan::takenAt))
                .toList();
    }

    @Override
    public void close() {
        // The store stays for whoever opens it again.
    }
}
