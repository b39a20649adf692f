package io.tagcompliance.audit;

import static io.tagcompliance.audit.TrailFixture.intent;

import io.tagcompliance.core.spi.AuditTrail.Unavailable;
import io.tagcompliance.core.spi.AuditTrail.Verification;
import java.io.IOException;
import java.io.OutputStream;
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
            fill(rest);
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

    private static void fill(Path file) throws IOException {
        try (OutputStream rest = Files.newOutputStream(file)) {
            while (true) {
                rest.write(new byte[4_096]);
            }
        } catch (IOException full) {
            if (Files.size(file) > 4_000_000) {
                throw new AssertionError("this is no small file system", full);
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
