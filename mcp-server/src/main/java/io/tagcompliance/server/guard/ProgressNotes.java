package io.tagcompliance.server.guard;

import io.tagcompliance.core.scan.Progress;
import io.tagcompliance.core.scan.ScanProgress;
import io.tagcompliance.server.offer.Exchange;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Tells a client how far a scan is, or that the bill is being read: not at once, and not more often than it can use. */
final class ProgressNotes {
    private static final long FIRST_AFTER = Duration.ofMillis(700).toNanos();
    private static final long THEN_EVERY = Duration.ofMillis(500).toNanos();

    private final Exchange exchange;
    private final AtomicLong next = new AtomicLong(System.nanoTime() + FIRST_AFTER);
    private final AtomicLong steps = new AtomicLong();

    ProgressNotes(Exchange exchange) {
        this.exchange = exchange;
    }

    /** What is planned grows while the clouds are asked, so a step is what counts up, as the protocol demands. */
    void tell(Progress progress) {
        long now = System.nanoTime();
        long due = next.get();
        if (now >= due && next.compareAndSet(due, now + THEN_EVERY)) {
            exchange.tell(new Exchange.Progress(steps.incrementAndGet(), 0, message(progress)));
        }
    }

    private static String message(Progress progress) {
        return switch (progress) {
            case Progress.ReadingTheBill bill -> "reading the bill";
            case ScanProgress scan ->
                "%d of %d parts of the estate read, %d resources so far"
                        .formatted(scan.cellsDone(), scan.cellsPlanned(), scan.resources());
        };
    }
}
