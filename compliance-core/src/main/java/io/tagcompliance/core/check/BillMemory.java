package io.tagcompliance.core.check;

import io.tagcompliance.core.scan.Patience;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/**
 * What was read of the bill last, remembered for a while, and read once for however many ask at the same time. Safe for many
 * threads.
 *
 * @param <K> what is asked about
 * @param <T> what the bill says to that
 */
final class BillMemory<K, T> {
    private static final Duration REMEMBERED = Duration.ofMinutes(15);

    /** What kept a bill from being read may be over soon. */
    private static final Duration UNKNOWN_REMEMBERED = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Predicate<T> isKnown;
    private final Reading<K, T> reading;
    private final AtomicReference<Optional<Remembered<K, T>>> last = new AtomicReference<>(Optional.empty());
    private final Map<K, BillFlight<Remembered<K, T>>> underWay = new HashMap<>();

    /** @param isKnown whether the bill was read; where it wasn't, that is remembered for a minute only */
    BillMemory(InstantSource clock, Predicate<T> isKnown, Reading<K, T> reading) {
        this.clock = clock;
        this.isKnown = isKnown;
        this.reading = reading;
    }

    /** Reads the bill. */
    @FunctionalInterface
    interface Reading<K, T> {
        T read(K key) throws InterruptedException;
    }

    /**
     * What was read.
     *
     * @param readAt    when that began
     * @param goodUntil exclusive
     */
    record Remembered<K, T>(K key, Instant readAt, Instant goodUntil, T what) {
        private boolean isGoodFor(K other, Instant now) {
            return key.equals(other) && now.isBefore(goodUntil);
        }
    }

    /** What the bill says; empty where it isn't read when the patience ends. The reading goes on, and the next who ask join it. */
    Optional<Remembered<K, T>> get(K key, Patience patience) throws InterruptedException {
        while (true) {
            Optional<Remembered<K, T>> known = known(key);
            if (known.isPresent()) {
                return known;
            }
            Optional<BillFlight<Remembered<K, T>>> joined = flight(key).filter(BillFlight::join);
            if (joined.isPresent()) {
                return joined.get().await(patience);
            }
        }
    }

    private Optional<Remembered<K, T>> known(K key) {
        Instant now = clock.instant();
        return last.get().filter(remembered -> remembered.isGoodFor(key, now));
    }

    /** The flight under way, or else a new one; none where one landed a moment ago, and what it read is remembered. */
    private synchronized Optional<BillFlight<Remembered<K, T>>> flight(K key) {
        underWay.values().removeIf(BillFlight::isOver);
        Optional<BillFlight<Remembered<K, T>>> current = Optional.ofNullable(underWay.get(key));
        if (current.isPresent()) {
            return current;
        }
        if (known(key).isPresent()) {
            return Optional.empty();
        }
        BillFlight<Remembered<K, T>> anew = new BillFlight<>(() -> read(key));
        underWay.put(key, anew);
        return Optional.of(anew);
    }

    private Remembered<K, T> read(K key) throws InterruptedException {
        Instant began = clock.instant();
        T what = reading.read(key);
        Instant ended = clock.instant();
        Duration took = Duration.between(began, ended);
        Remembered<K, T> anew = new Remembered<>(key, began, ended.plus(good(what, took)), what);
        last.set(Optional.of(anew));
        return anew;
    }

    /** Who was told to ask again in a while, because it took so long, is to find what became of it, if it failed too. */
    private Duration good(T what, Duration took) {
        Duration good = isKnown.test(what) ? REMEMBERED : UNKNOWN_REMEMBERED;
        return took.compareTo(good) > 0 ? took : good;
    }
}
