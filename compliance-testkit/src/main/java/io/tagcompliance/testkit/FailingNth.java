package io.tagcompliance.testkit;

import io.tagcompliance.core.spi.AuditTrail;
import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.core.spi.ScanCache;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets one call fail, the Nth of all that go through what it wraps, as the port says that calls fail. A scenario that is
 * repeated for 1, 2, 3 and so on, until the Nth call is never reached, meets a failure in every place there is.
 */
public final class FailingNth {
    private final int fails;
    private final AtomicInteger calls = new AtomicInteger();

    /** @param fails the number of the call that fails, counted from 1; 0 = none does */
    public FailingNth(int fails) {
        this.fails = fails;
    }

    /** Whether that call was made. */
    public boolean isReached() {
        return calls.get() >= fails;
    }

    /** A trail of which that call is told that the store can't be used. */
    public AuditTrail of(AuditTrail trail) {
        return new FailingTrail(this, trail);
    }

    /** A cache that misses at that call, or forgets what it was to keep. */
    public ScanCache of(ScanCache cache) {
        return new FailingCache(this, cache);
    }

    /** A cloud that can't be reached at that call. Every page of a scan is a call too. */
    public CloudProvider of(CloudProvider cloud) {
        return new FailingCloud(this, cloud);
    }

    /** One more call; whether it is the one. */
    boolean failsNow() {
        return calls.incrementAndGet() == fails;
    }
}
