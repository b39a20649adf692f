package io.tagcompliance.core.spi;

import io.tagcompliance.core.history.KeptScan;
import io.tagcompliance.core.history.ScanPoint;
import io.tagcompliance.core.history.Snapshot;
import io.tagcompliance.core.resource.ScanId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Scans kept for trends and baselines.
 *
 * <p>An adapter keeps these guarantees; the contract in {@code compliance-testkit} tests each by its number.
 *
 * <ol>
 *   <li>A point that was kept comes back equal, and points come in the order of time.
 *   <li>Points of other scopes never come.
 *   <li>A scan that is kept twice is there once, as it was kept first; its gap, where that was unknown, as it was kept then.
 *   <li>A snapshot comes back with every resource, tag, gap and time that it had.
 *   <li>A snapshot is found by its scan among others, and their names come in the order of time, within bounds, as
 *       {@link Snapshot#name} has them.
 *   <li>What is older than the time for which it is kept is gone.
 *   <li>What was kept is there after the store was closed and opened.
 *   <li>It is safe to use from many threads at once.
 *   <li>While the store can't be used, it says so within five seconds, and what it had before is not lost.
 * </ol>
 */
public interface ScanHistory extends AutoCloseable {
    /** Keeps the figures of a scan. */
    void keep(ScanPoint point);

    /** Keeps what a scan found, beside its figures. */
    void keep(String scope, Snapshot snapshot);

    /** The figures of scans of a scope from that time on, the oldest first. */
    List<ScanPoint> points(String scope, Instant from);

    /** The snapshot of a scan of a scope; none where it isn't kept, or no longer. */
    Optional<Snapshot> snapshot(String scope, ScanId scan);

    /** Which snapshots there are of a scope from that time on, without their resources, the oldest first. */
    List<KeptScan> snapshots(String scope, Instant from);

    /** Lets go of the store. Closing twice does no harm. */
    @Override
    void close();

    /** The store can't be used. The message is for people and holds no path. */
    final class Unavailable extends RuntimeException {
        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
