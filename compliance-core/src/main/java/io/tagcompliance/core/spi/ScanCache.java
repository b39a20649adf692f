package io.tagcompliance.core.spi;

import io.tagcompliance.core.resource.Scan;
import io.tagcompliance.core.resource.ScanKey;
import java.time.Duration;
import java.util.Optional;

/**
 * Keeps scans until they expire. It only stores: that many who ask at once cause one scan is the core's own business.
 *
 * <p>A cache may forget a scan early, since it has other scans to keep; it never gives one that it was not given. An
 * adapter keeps these guarantees; the contract in {@code compliance-testkit} tests each by its number.
 *
 * <ol>
 *   <li>A scan that was put comes back equal, one without resources too.
 *   <li>It comes back until its time is over, and not after that.
 *   <li>Asking for it doesn't prolong its time.
 *   <li>A newer scan takes the place of the one under the same key, and brings its own time.
 *   <li>Keys that differ in one component never meet, whatever signs are in them.
 *   <li>Every part of a scan comes back: the order and bytes of tags, tags that are unknown, times, gaps of every width.
 *   <li>A large scan comes back too.
 *   <li>It is safe to use from many threads at once; while a scan is replaced, there is always one of the two.
 *   <li>A scan that is to be kept for no time is not kept, and takes away the one before.
 *   <li>While the store can't be reached, every question is a miss and nothing throws, within five seconds.
 *   <li>When the store can be reached again, so can what is put into it.
 *   <li>An entry that can't be read is a miss, and can be replaced.
 *   <li>An entry that lies under another key than its own is a miss.
 * </ol>
 */
public interface ScanCache {
    /** The scan under this key that has not expired. */
    Optional<Scan> get(ScanKey key);

    /** Keeps a scan for that long, in place of any other under its key. */
    void put(Scan scan, Duration keep);
}
