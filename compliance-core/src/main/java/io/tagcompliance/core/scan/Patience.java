package io.tagcompliance.core.scan;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * How long somebody waits for a scan and for the bill, and who is told meanwhile how far it is.
 *
 * @param longest  after this the wait for a scan ends with {@link StillScanningException}, an answer comes without costs that
 *                 aren't read yet, and one that would be of the bill alone ends with {@link
 *                 io.tagcompliance.core.attribution.StillReadingBillException}; the reading itself goes on
 * @param progress called from other threads too, at each step of the scan and now and then while the bill is read
 */
public record Patience(Duration longest, Consumer<Progress> progress) {
    /** Waits to the end, and hears nothing. */
    public static final Patience UNLIMITED = new Patience(Duration.ofDays(1), ignored -> {});

    /** What is left of it after some waiting; never less than nothing. */
    public Patience after(Duration waited) {
        Duration left = longest.minus(waited);
        return new Patience(left.isNegative() ? Duration.ZERO : left, progress);
    }
}
