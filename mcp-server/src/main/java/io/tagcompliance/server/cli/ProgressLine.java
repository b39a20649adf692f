package io.tagcompliance.server.cli;

import io.tagcompliance.core.scan.ScanProgress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Shows how far a scan is, on standard error: one line that changes in a terminal, now and then a line elsewhere. */
final class ProgressLine implements AutoCloseable {
    private static final long FIRST_AFTER = Duration.ofSeconds(1).toNanos();

    private final PrintWriter err;
    private final boolean terminal;
    private final long every;
    private final AtomicLong next = new AtomicLong(System.nanoTime() + FIRST_AFTER);
    private volatile boolean shown;

    ProgressLine(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
        this.every = Duration.ofMillis(terminal ? 200 : 5_000).toNanos();
    }

    void tell(ScanProgress progress) {
        long now = System.nanoTime();
        long due = next.get();
        if (now >= due && next.compareAndSet(due, now + every)) {
            String line = String.format(
                    Locale.ROOT,
                    "reading: %d of %d parts, %,d resources",
                    progress.cellsDone(),
                    progress.cellsPlanned(),
                    progress.resources());
            err.print(terminal ? "\r" + line + "   " : line + System.lineSeparator());
            err.flush();
            shown = true;
        }
    }

    @Override
    public void close() {
        if (shown && terminal) {
            err.println();
        }
    }
}
