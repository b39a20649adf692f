package io.tagcompliance.testkit;

import io.tagcompliance.core.resource.Scan;
import io.tagcompliance.core.resource.ScanKey;
import io.tagcompliance.core.spi.ScanCache;
import java.time.Duration;
import java.util.Optional;

/** A cache that hands everything on; a broken one overrides what it spoils. */
class ForwardingCache implements ScanCache {
    private final ScanCache next;

    ForwardingCache(ScanCache next) {
        this.next = next;
    }

    @Override
    public Optional<Scan> get(ScanKey key) {
        return next.get(key);
    }

    @Override
    public void put(Scan scan, Duration keep) {
        next.put(scan, keep);
    }

    /** Hears of what befalls the store. */
    void suffer(CacheTrouble trouble) {
        // Most don't care.
    }
}
