package io.tagcompliance.audit;

import io.tagcompliance.audit.SqliteStore.Damage;
import io.tagcompliance.testkit.AuditTrailContract;
import io.tagcompliance.testkit.SimulatedStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteAuditTrailTest extends AuditTrailContract {
    @TempDir
    private Path directory;

    @Override
    protected SimulatedStore store() {
        try {
            return new SqliteStore(Files.createTempDirectory(directory, "store"), Damage.PAGE_OVERWRITTEN);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
