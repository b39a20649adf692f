package io.tagcompliance.audit;

import static io.tagcompliance.audit.TrailFixture.intent;

import io.tagcompliance.core.spi.AuditTrail.Unavailable;
import io.tagcompliance.core.spi.AuditTrail.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program whose data directory is a small file system of its own, which fills up and is cleared. */
final class FullDisk {
    private FullDisk() {}

    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        try (SqliteAuditTrail trail = TrailFixture.trailIn(directory)) {
            trail.intent(intent("before"));
            Path rest = directory.resolve("rest");
            SmallDisk.fill(rest);
            int written = writeUntilUnavailable(trail);
            expectUnavailable(trail);
            Files.delete(rest);
            trail.intent(intent("after"));
            Verification wanted = new Verification.Intact(written + 2L);
            if (!trail.verify().equals(wanted)) {
                throw new AssertionError(trail.verify() + " instead of " + wanted);
            }
        }
    }

    private static int writeUntilUnavailable(SqliteAuditTrail trail) {
        for (int written = 0; written < 1_000; written++) {
            try {
                trail.intent(intent("while it fills up"));
            } catch (Unavailable full) {
                return written;
            }
        }
        throw new AssertionError("the disk never became full");
    }

    private static void expectUnavailable(SqliteAuditTrail trail) {
        try {
            trail.intent(intent("on a full disk"));
            throw new AssertionError("written on a full disk");
        } catch (Unavailable full) {
            System.out.println(full.getMessage());
        }
    }
}
