package io.tagcompliance.audit;

import io.tagcompliance.core.history.Line;
import io.tagcompliance.core.history.ScanPoint;
import io.tagcompliance.core.history.ScanPoint.AttributionGap;
import io.tagcompliance.core.history.ScanPoint.PointCounts;
import io.tagcompliance.core.resource.ScanId;
import io.tagcompliance.core.spi.ScanHistory;
import io.tagcompliance.testkit.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** A program that keeps scans in a directory that fills up and is cleared. */
final class FullDiskOfHistory {
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    private FullDiskOfHistory() {}

    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        try (ScanHistory history = SqliteScanHistory.in(directory, new SettableClock(NOON))) {
            history.keep(point(0));
            Path rest = directory.resolve("rest");
            SmallDisk.fill(rest);
            int kept = 1 + keepUntilUnavailable(history);
            requireSize(history, kept);
            Files.delete(rest);
            history.keep(point(100_000));
            requireSize(history, kept + 1);
        }
    }

    private static ScanPoint point(int number) {
        return new ScanPoint(
                new ScanId("scan-" + number),
                NOON,
                new Line("scope", "policy"),
                0,
                new PointCounts(9, 8, 7, 6, 5),
                new AttributionGap.Unknown());
    }

    private static int keepUntilUnavailable(ScanHistory history) {
        for (int kept = 0; kept < 10_000; kept++) {
            try {
                history.keep(point(kept + 1));
            } catch (ScanHistory.Unavailable full) {
                if (!String.valueOf(full.getMessage()).contains("full")) {
                    throw new AssertionError("not said to be full", full);
                }
                return kept;
            }
        }
        throw new AssertionError("the disk never became full");
    }

    private static void requireSize(ScanHistory history, int wanted) {
        int found = history.points("scope", Instant.EPOCH).size();
        if (found != wanted) {
            throw new AssertionError(found + " points instead of " + wanted);
        }
    }
}
