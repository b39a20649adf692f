package io.tagcompliance.testkit;

import io.tagcompliance.core.resource.Scan;
import io.tagcompliance.core.resource.ScanKey;
import io.tagcompliance.core.spi.ScanCache;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A cache in a map, by a clock that the test sets, with every {@link CacheTrouble}. */
public final class InMemoryCache implements ScanCache, SimulatedCache {
    private final Map<ScanKey, Entry> entries = new ConcurrentHashMap<>();
    private final SettableClock clock;
    private volatile boolean reachable = true;

    /** An empty cache with a clock of its own. */
    public InMemoryCache() {
        this(new SettableClock(Instant.EPOCH));
    }

    /** An empty cache that goes by that clock. */
    public InMemoryCache(SettableClock clock) {
        this.clock = clock;
    }

    private record Entry(Scan scan, Instant until) {}

    @Override
    public Optional<Scan> get(ScanKey key) {
        return raw(key).filter(scan -> scan.key().equals(key));
    }

    /** What lies under the key, whether it belongs there or not. */
    Optional<Scan> raw(ScanKey key) {
        return Optional.ofNullable(entries.get(key))
                .filter(entry -> reachable && clock.instant().isBefore(entry.until()))
                .map(Entry::scan);
    }

    @Override
    public void put(Scan scan, Duration keep) {
        if (reachable) {
            entries.put(scan.key(), new Entry(scan, clock.instant().plus(keep)));
        }
    }

    @Override
    public ScanCache cache() {
        return this;
    }

    @Override
    public void pass(Duration time) {
        clock.pass(time);
    }

    @Override
    public void inflict(CacheTrouble trouble) {
        switch (trouble) {
            case CacheTrouble.Unreachable all -> reachable = false;
            case CacheTrouble.Unreadable unreadable -> entries.remove(unreadable.key());
            case CacheTrouble.Misplaced misplaced ->
                Optional.ofNullable(entries.get(misplaced.from())).ifPresent(one -> entries.put(misplaced.to(), one));
        }
    }

    @Override
    public Set<Class<? extends CacheTrouble>> impossible() {
        return Set.of();
    }

    @Override
    public void recover() {
        reachable = true;
    }

    @Override
    public void close() {
        entries.clear();
    }
}
