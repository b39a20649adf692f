package io.tagcompliance.aws;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The time after which no more calls are begun, and those under way are given up.
 *
 * @param nanos a clock that only counts
 * @param end   by that clock
 */
record Deadline(LongSupplier nanos, long end) {
    /** There is time enough. */
    static final Deadline NONE = new Deadline(() -> 0, Long.MAX_VALUE);

    static Deadline in(Duration time) {
        return new Deadline(System::nanoTime, System.nanoTime() + time.toNanos());
    }

    long nanosLeft() {
        return end - nanos.getAsLong();
    }

    boolean isOver() {
        return nanosLeft() <= 0;
    }
}
