package io.tagcompliance.core.scan;

import io.tagcompliance.core.resource.ScanKey;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What a scanner holds of its own readings, apart from any cache. Safe for many threads. */
sealed interface Holding {
    /** Every question is a new one. */
    Holding NOTHING = new Nothing();

    /** Every reading, for as long as this is held. */
    static Holding whatIsRead() {
        return new OfReadings(new ConcurrentHashMap<>());
    }

    /** The reading of that, where it is held. */
    Optional<ScanReading> of(ScanKey key);

    /** The reading to answer with: the first one that was held of the same. */
    ScanReading keep(ScanKey key, ScanReading reading);

    /** Holds nothing. */
    record Nothing() implements Holding {
        @Override
        public Optional<ScanReading> of(ScanKey key) {
            return Optional.empty();
        }

        @Override
        public ScanReading keep(ScanKey key, ScanReading reading) {
            return reading;
        }
    }

    /** Holds the first reading of each key. */
    record OfReadings(ConcurrentMap<ScanKey, ScanReading> readings) implements Holding {
        @Override
        public Optional<ScanReading> of(ScanKey key) {
            return Optional.ofNullable(readings.get(key));
        }

        @Override
        public ScanReading keep(ScanKey key, ScanReading reading) {
            return readings.computeIfAbsent(key, absent -> reading);
        }
    }
}
