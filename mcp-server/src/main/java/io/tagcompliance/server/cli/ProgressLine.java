package io.tagcompliance.server.cli;

import io.tagcompliance.core.scan.Progress;
import io.tagcompliance.core.scan.ScanProgress;
import io.tagcompliance.server.document.Counted;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Shows how far a scan is, or that the bill is being read, on standard error: one line that changes in a terminal, now and then a
 * line elsewhere.
 */
final class ProgressLine implements AutoCloseable {
    private final PrintWriter err;
    private final boolean terminal;
    private final long every;
    private final AtomicLong next;
    private volatile boolean shown;

    ProgressLine(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
        this.every = Duration.ofMillis(terminal ? 200 : 5_000).toNanos();
        Duration patience = Duration.ofSeconds(terminal ? 1 : 5);
        this.next = new AtomicLong(System.nanoTime() + patience.toNanos());
    }

    void tell(Progress progress) {
        long now = System.nanoTime();
        long due = next.get();
        if (now >= due && next.compareAndSet(due, now + every)) {
            String line = line(progress);
            err.print(terminal ? inPlace(line) : line + System.lineSeparator());
            err.flush();
            shown = true;
        }
    }

    /** As wide as any line, so that nothing is left of the one before. */
    private static String inPlace(String line) {
        return "\r%-50s".formatted(line);
    }

    private static String line(Progress progress) {
        return switch (progress) {
            case Progress.ReadingTheBill bill -> "reading the bill";
            case ScanProgress scan ->
                String.format(
                        Locale.ROOT,
                        "reading: %d of %s, %s",
                        scan.cellsDone(),
                        Counted.of(scan.cellsPlanned(), "part"),
                        Counted.of(scan.resources(), "resource"));
        };
    }

    @Override
    public void close() {
        if (shown && terminal) {
            err.println();
        }
    }
}
