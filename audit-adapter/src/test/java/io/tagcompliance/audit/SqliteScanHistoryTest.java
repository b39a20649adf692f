package io.tagcompliance.audit;

import io.tagcompliance.core.spi.ScanHistory;
import io.tagcompliance.testkit.ScanHistoryContract;
import io.tagcompliance.testkit.SettableClock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.io.TempDir;

class SqliteScanHistoryTest extends ScanHistoryContract {
    @TempDir
    private Path directory;

    @Override
    protected ScanHistory open(SettableClock clock) {
        return SqliteScanHistory.in(directory, clock);
    }

    @Override
    protected AutoCloseable block() {
        try {
            Connection other = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve(SqliteScanHistory.FILE));
            try (Statement statement = other.createStatement()) {
                statement.execute("BEGIN EXCLUSIVE");
            }
            return other;
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
