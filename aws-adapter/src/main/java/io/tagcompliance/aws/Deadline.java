package io.tagcompliance.aws;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The time after which no more calls are begun.
 *
 * @param nanos a clock that only counts
 * @param end   by that clock
 */
record Deadline(LongSupplier nanos, long end) {
    /** There is time enough. */
    static final Deadline NONE = new Deadline(() -> 0, 1);

    static Deadline in(Duration time) {
        return new Deadline(System::nanoTime, System.nanoTime() + time.toNanos());
    }

    boolean isOver() {
        return nanos.getAsLong() - end >= 0;
    }
}
