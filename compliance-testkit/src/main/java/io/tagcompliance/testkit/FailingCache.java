package io.tagcompliance.testkit;

import io.tagcompliance.core.resource.Scan;
import io.tagcompliance.core.resource.ScanKey;
import io.tagcompliance.core.spi.ScanCache;
import java.time.Duration;
import java.util.Optional;

/** A cache of which one call fails: caches don't throw, they miss. */
record FailingCache(FailingNth nth, ScanCache next) implements ScanCache {
    @Override
    public Optional<Scan> get(ScanKey key) {
        return nth.failsNow() ? Optional.empty() : next.get(key);
    }

    @Override
    public void put(Scan scan, Duration keep) {
        if (!nth.failsNow()) {
            next.put(scan, keep);
        }
    }
}
