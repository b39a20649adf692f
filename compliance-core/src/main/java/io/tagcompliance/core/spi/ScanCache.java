package io.tagcompliance.core.spi;

import io.tagcompliance.core.resource.Scan;
import io.tagcompliance.core.resource.ScanKey;
import java.time.Duration;
import java.util.Optional;

/**
 * Keeps scans until they expire. It only stores: that many who ask at once cause one scan is the core's own business.
 *
 * <p>Safe for many threads. A cache that fails, or that holds what it can't read, has a miss; it never throws. The core
 * checks what it gets back, so that an entry under the wrong key is a miss too.
 */
public interface ScanCache {
    /** The scan under this key that has not expired. */
    Optional<Scan> get(ScanKey key);

    /** Keeps a scan for that long, in place of any other under its key. */
    void put(Scan scan, Duration keep);
}
