package io.tagcompliance.core.check;

import io.tagcompliance.core.scan.Patience;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;

/**
 * What was read of the bill last, remembered for a while, and read once for however many ask the same at the same time. Safe for
 * many threads.
 *
 * @param <K> what is asked about
 * @param <T> what the bill says to that
 */
public final class BillMemory<K, T> {
    private static final Duration REMEMBERED = Duration.ofMinutes(15);

    /** What kept a bill from being read may be over soon. */
    private static final Duration UNKNOWN_REMEMBERED = Duration.ofMinutes(1);

    /** Each reading may take as much memory as the engine is allowed, and goes on without those who asked. */
    private static final int AT_ONCE = 2;

    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final InstantSource clock;
    private final int most;
    private final Predicate<T> isKnown;
    private final Map<K, Remembered<K, T>> remembered = new LinkedHashMap<>();
    private final Map<K, BillFlight<Remembered<K, T>>> underWay = new HashMap<>();

    /**
     * @param most    how many answers are remembered at once
     * @param isKnown whether the bill was read; where it wasn't, that is remembered for a minute only
     */
    public BillMemory(InstantSource clock, int most, Predicate<T> isKnown) {
        this.clock = clock;
        this.most = most;
        this.isKnown = isKnown;
    }

    /** Reads the bill. */
    @FunctionalInterface
    public interface Reading<T> {
        /** @throws InterruptedException where nobody waits for it any more */
        T read() throws InterruptedException;
    }

    /**
     * What was read.
     *
     * @param readAt    when that began
     * @param goodUntil exclusive
     */
    public record Remembered<K, T>(K key, Instant readAt, Instant goodUntil, T what) {}

    /**
     * What the bill says; empty where it isn't read when the patience ends. The reading goes on, and the next who ask join it.
     *
     * @param reading begins where the same is neither known nor being read
     * @throws InterruptedException where the asker was interrupted; a reading that nobody else waits for is ended
     */
    public Optional<Remembered<K, T>> get(K key, Reading<T> reading, Patience patience) throws InterruptedException {
        while (true) {
            Optional<Remembered<K, T>> known = known(key);
            if (known.isPresent()) {
                return known;
            }
            Optional<BillFlight<Remembered<K, T>>> joined = flight(key, reading).filter(BillFlight::join);
            if (joined.isPresent()) {
                return joined.get().await(patience);
            }
        }
    }

    private synchronized Optional<Remembered<K, T>> known(K key) {
        Instant now = clock.instant();
        remembered.values().removeIf(old -> !now.isBefore(old.goodUntil()));
        return Optional.ofNullable(remembered.get(key));
    }

    /** The flight under way, or else a new one; none where one landed a moment ago, and what it read is remembered. */
    private synchronized Optional<BillFlight<Remembered<K, T>>> flight(K key, Reading<T> reading) {
        underWay.values().removeIf(BillFlight::isOver);
        Optional<BillFlight<Remembered<K, T>>> current = Optional.ofNullable(underWay.get(key));
        if (current.isPresent()) {
            return current;
        }
        if (known(key).isPresent()) {
            return Optional.empty();
        }
        BillFlight<Remembered<K, T>> anew = new BillFlight<>(() -> read(key, reading));
        underWay.put(key, anew);
        return Optional.of(anew);
    }

    private Remembered<K, T> read(K key, Reading<T> reading) throws InterruptedException {
        Instant began = clock.instant();
        T what = inTurn(reading);
        Instant ended = clock.instant();
        Duration took = Duration.between(began, ended);
        Remembered<K, T> anew = new Remembered<>(key, began, ended.plus(good(what, took)), what);
        remember(anew);
        return anew;
    }

    private T inTurn(Reading<T> reading) throws InterruptedException {
        turns.acquire();
        try {
            return reading.read();
        } finally {
            turns.release();
        }
    }

    private synchronized void remember(Remembered<K, T> anew) {
        remembered.remove(anew.key());
        if (remembered.size() >= most) {
            remembered.remove(remembered.keySet().iterator().next());
        }
        remembered.put(anew.key(), anew);
    }

    /** Who was told to ask again in a while, because it took so long, is to find what became of it, if it failed too. */
    private Duration good(T what, Duration took) {
        Duration good = isKnown.test(what) ? REMEMBERED : UNKNOWN_REMEMBERED;
        return took.compareTo(good) > 0 ? took : good;
    }
}
