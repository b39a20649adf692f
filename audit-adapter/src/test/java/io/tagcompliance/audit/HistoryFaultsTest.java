package io.tagcompliance.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagcompliance.core.spi.ScanHistory;
import io.tagcompliance.testkit.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFaultsTest {
    @TempDir
    private Path directory;

    @Test
    void r69_a_damaged_history_is_named_and_kept_as_it_is() throws IOException {
        Path file =
                Files.writeString(directory.resolve(SqliteScanHistory.FILE), "this is no database, and never was one");
        try (ScanHistory history =
                SqliteScanHistory.in(directory, new SettableClock(Instant.parse("2026-11-28T12:00:00Z")))) {
            assertThatThrownBy(() -> history.points("scope", Instant.EPOCH))
                    .isInstanceOf(ScanHistory.Unavailable.class)
                    .hasMessageContaining("history.db")
                    .hasMessageNotContaining(directory.toString());
        }
        assertThat(file).hasContent("this is no database, and never was one");
    }

    @Test
    void who_only_looks_makes_no_file() {
        try (ScanHistory history =
                SqliteScanHistory.in(directory, new SettableClock(Instant.parse("2026-11-28T12:00:00Z")))) {
            assertThat(history.points("scope", Instant.EPOCH)).isEmpty();
        }
        assertThat(directory).isEmptyDirectory();
    }
}
