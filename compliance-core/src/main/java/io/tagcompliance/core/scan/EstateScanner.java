package io.tagcompliance.core.scan;

import io.tagcompliance.core.resource.Scan;
import io.tagcompliance.core.resource.ScanKey;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.core.spi.ScanCache;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Gives scans: remembered ones where they will do, else one new scan for however many ask for it at the same time. A scan that
 * is somewhat too old answers once more while one new scan is made in the background. Safe for many threads.
 */
public final class EstateScanner {
    /** A scan with gaps is remembered from its end on, and is believed to have taken no longer than this. */
    private static final Duration LONGEST_PARTIAL_SCAN = Duration.ofMinutes(10);

    private final List<CloudProvider> providers;
    private final ScanKey.Reader reader;
    private final ScanCache cache;
    private final Retention retention;
    private final InstantSource clock;
    private final ConcurrentMap<ScanKey, Flight> underWay;
    private final ConcurrentMap<ScanKey, Instant> notAgainBefore;
    private final Holding holding;

    /** A scanner of these clouds. Scans are kept in the cache under the name of the reader. */
    public EstateScanner(List<CloudProvider> providers, ScanKey.Reader reader, Memory memory) {
        this.providers = List.copyOf(providers);
        this.reader = reader;
        this.cache = memory.cache();
        this.retention = memory.retention();
        this.clock = memory.clock();
        this.underWay = new ConcurrentHashMap<>();
        this.notAgainBefore = new ConcurrentHashMap<>();
        this.holding = Holding.NOTHING;
    }

    private EstateScanner(EstateScanner other, Holding holding) {
        this.providers = other.providers;
        this.reader = other.reader;
        this.cache = other.cache;
        this.retention = other.retention;
        this.clock = other.clock;
        this.underWay = other.underWay;
        this.notAgainBefore = other.notAgainBefore;
        this.holding = holding;
    }

    /** What a scanner remembers with, for how long, and by which clock. */
    public record Memory(ScanCache cache, Retention retention, InstantSource clock) {}

    /**
     * The same, which holds what it reads and gives it again, whatever the cache does: for one question that looks at a scope
     * several times, so that its answer rests on one scan. To be let go of with the question.
     */
    public EstateScanner forOneQuestion() {
        return new EstateScanner(this, Holding.whatIsRead());
    }

    /** In whose name it reads. */
    public ScanKey.Reader reader() {
        return reader;
    }

    /** The clouds that it reads. */
    public List<CloudProvider> providers() {
        return providers;
    }

    /**
     * A scan of the scope.
     *
     * @throws StillScanningException where it takes longer than the asker waits; the scan goes on
     * @throws InterruptedException   where the asker was interrupted; a scan that nobody else waits for is cancelled
     */
    public ScanReading read(Scope scope, Freshness freshness, Patience patience) throws InterruptedException {
        ScanKey key = new ScanKey(reader, scope);
        Optional<ScanReading> held = holding.of(key);
        return held.isPresent() ? held.get() : holding.keep(key, read(key, freshness, patience));
    }

    private ScanReading read(ScanKey key, Freshness freshness, Patience patience) throws InterruptedException {
        while (true) {
            Optional<Scan> remembered =
                    freshness == Freshness.REMEMBERED_WILL_DO ? remembered(key) : Optional.<Scan>empty();
            if (remembered.isPresent()) {
                refreshIfStale(remembered.get());
                return new ScanReading(remembered.get(), ReadFrom.CACHE);
            }
            Optional<Flight> joined = flight(key, freshness).filter(flight -> flight.join(patience));
            if (joined.isPresent()) {
                Scan scan = joined.get().await(patience);
                rememberAsAnswer(scan);
                return new ScanReading(scan, source(key.scope()));
            }
        }
    }

    /**
     * The flight under way, or else a new one. None where there is neither, since one landed a moment ago and is remembered.
     * A flight that was cancelled gives way to a new one at once.
     */
    private Optional<Flight> flight(ScanKey key, Freshness freshness) {
        return Optional.ofNullable(underWay.compute(key, (same, current) -> {
            if (current != null && !current.isCancelled()) {
                return current;
            }
            if (freshness == Freshness.REMEMBERED_WILL_DO && remembered(key).isPresent()) {
                return null;
            }
            return new Flight(new Flight.Plan(key, clock.instant(), providers), this::remember, this::forget);
        }));
    }

    /** After its scan is remembered, so that nobody who comes between starts a second one. */
    private void forget(Flight flight) {
        underWay.remove(flight.key(), flight);
    }

    private void remember(Scan scan) {
        cache.put(scan, retention.of(isComplete(scan)));
    }

    /**
     * What somebody has as an answer is what their next page comes from: so it is remembered even where it has gaps and was
     * begun in the background, in place of an older one.
     */
    private void rememberAsAnswer(Scan scan) {
        if (!isComplete(scan)) {
            underWay.compute(scan.key(), (key, current) -> {
                if (remembered(key)
                        .filter(one -> !one.takenAt().isBefore(scan.takenAt()))
                        .isEmpty()) {
                    remember(scan);
                }
                return current;
            });
        }
    }

    /** One new scan in the background, for however many asked meanwhile. */
    private void refreshIfStale(Scan scan) {
        if (isStale(scan) && !clock.instant().isBefore(notAgainBefore.getOrDefault(scan.key(), Instant.MIN))) {
            underWay.compute(scan.key(), (key, current) -> {
                if (current != null || remembered(key).filter(this::isStale).isEmpty()) {
                    return current;
                }
                Flight.Plan plan = new Flight.Plan(key, clock.instant(), providers);
                Flight flight = new Flight(plan, this::rememberIfComplete, this::refreshed);
                flight.startInBackground();
                return flight;
            });
        }
    }

    /** Nobody waited for it, so what failed in part is no better than what is remembered. */
    private void rememberIfComplete(Scan scan) {
        if (isComplete(scan)) {
            remember(scan);
        }
    }

    /** Where it failed, it is not tried again with every question. */
    private void refreshed(Flight flight) {
        notAgainBefore.values().removeIf(clock.instant()::isAfter);
        if (remembered(flight.key()).filter(this::isStale).isPresent()) {
            notAgainBefore.put(flight.key(), clock.instant().plus(retention.partial()));
        }
        forget(flight);
    }

    private boolean isStale(Scan scan) {
        return isComplete(scan) && age(scan).compareTo(retention.complete()) > 0;
    }

    private Duration age(Scan scan) {
        return Duration.between(scan.takenAt(), clock.instant());
    }

    /** What the cache holds is believed only if it is what was put there: other keys, other times are a miss. */
    private Optional<Scan> remembered(ScanKey key) {
        return cache.get(key).filter(scan -> scan.key().equals(key)).filter(this::isFreshEnough);
    }

    private boolean isFreshEnough(Scan scan) {
        Duration oldest = isComplete(scan)
                ? retention.complete().plus(retention.stale())
                : retention.partial().plus(LONGEST_PARTIAL_SCAN);
        return !age(scan).isNegative() && age(scan).compareTo(oldest) <= 0;
    }

    private static boolean isComplete(Scan scan) {
        return scan.gaps().isEmpty() && scan.columns().knowsAllTags();
    }

    private ReadFrom source(Scope scope) {
        boolean anyLive = providers.stream()
                .filter(provider -> scope.includes(provider.cloud()))
                .anyMatch(provider -> provider.source() == CloudProvider.Source.LIVE);
        return anyLive ? ReadFrom.LIVE : ReadFrom.FILE;
    }
}
