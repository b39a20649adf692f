package io.tagcompliance.core.scan;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * How long somebody waits for a scan, and who is told meanwhile how far it is.
 *
 * @param longest  after this the wait ends with {@link StillScanningException}; the scan itself goes on
 * @param progress called from other threads, at each step of the scan
 */
public record Patience(Duration longest, Consumer<ScanProgress> progress) {
    /** Waits to the end, and hears nothing. */
    public static final Patience UNLIMITED = new Patience(Duration.ofDays(1), ignored -> {});
}
