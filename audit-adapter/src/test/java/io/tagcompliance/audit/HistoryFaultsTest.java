package io.tagcompliance.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagcompliance.core.history.KeptScan;
import io.tagcompliance.core.history.Snapshot;
import io.tagcompliance.core.resource.ResourceColumns;
import io.tagcompliance.core.resource.ScanId;
import io.tagcompliance.core.spi.ScanHistory;
import io.tagcompliance.testkit.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFaultsTest {
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    @TempDir
    private Path directory;

    @Test
    void r69_a_damaged_history_is_named_and_kept_as_it_is() throws IOException {
        Path file =
                Files.writeString(directory.resolve(SqliteScanHistory.FILE), "this is no database, and never was one");
        try (ScanHistory history = SqliteScanHistory.in(directory, new SettableClock(NOON))) {
            assertThatThrownBy(() -> history.points("scope", Instant.EPOCH))
                    .isInstanceOf(ScanHistory.Unavailable.class)
                    .hasMessageContaining("history.db")
                    .hasMessageNotContaining(directory.toString());
        }
        assertThat(file).hasContent("this is no database, and never was one");
    }

    @Test
    void a_snapshot_that_is_damaged_is_said_so_and_the_figures_stay_readable() throws SQLException {
        SettableClock clock = new SettableClock(NOON);
        try (ScanHistory history = SqliteScanHistory.in(directory, clock)) {
            history.keep("scope", new Snapshot(new ScanId("one"), NOON, ResourceColumns.copyOf(List.of()), List.of()));
            try (Connection other =
                            DriverManager.getConnection("jdbc:sqlite:" + directory.resolve(SqliteScanHistory.FILE));
                    Statement statement = other.createStatement()) {
                statement.execute("UPDATE snapshot SET content = X'00'");
            }

            assertThatThrownBy(() -> history.snapshot("scope", new ScanId("one")))
                    .isInstanceOf(ScanHistory.Unavailable.class)
                    .hasMessageContaining("is damaged");
            assertThat(history.snapshots("scope", Instant.EPOCH)).hasSize(1);
        }
    }

    @Test
    void what_was_kept_before_it_was_noted_whether_all_was_read_counts_as_partial() throws SQLException {
        SettableClock clock = new SettableClock(NOON);
        try (ScanHistory history = SqliteScanHistory.in(directory, clock)) {
            history.keep("scope", new Snapshot(new ScanId("one"), NOON, ResourceColumns.copyOf(List.of()), List.of()));
        }
        try (Connection other =
                        DriverManager.getConnection("jdbc:sqlite:" + directory.resolve(SqliteScanHistory.FILE));
                Statement statement = other.createStatement()) {
            statement.execute("ALTER TABLE snapshot DROP COLUMN complete");
            statement.execute("PRAGMA user_version = 2");
        }
        try (ScanHistory history = SqliteScanHistory.in(directory, clock)) {
            history.keep(
                    "scope",
                    new Snapshot(new ScanId("two"), NOON.plusSeconds(1), ResourceColumns.copyOf(List.of()), List.of()));

            assertThat(history.snapshots("scope", Instant.EPOCH))
                    .extracting(KeptScan::isComplete)
                    .containsExactly(false, true);
        }
    }

    @Test
    void others_use_the_history_while_a_snapshot_is_unpacked() {
        SettableClock clock = new SettableClock(NOON);
        List<Integer> meanwhile = new ArrayList<>();
        AtomicReference<ScanHistory> opened = new AtomicReference<>();
        SqliteScanHistory.Unpacking slow = (name, bytes) -> {
            meanwhile.add(CompletableFuture.supplyAsync(
                            () -> opened.get().points("scope", Instant.EPOCH).size())
                    .join());
            return SnapshotBytes.read(name, bytes);
        };
        try (ScanHistory history = SqliteScanHistory.in(directory, clock, slow)) {
            opened.set(history);
            history.keep("scope", new Snapshot(new ScanId("one"), NOON, ResourceColumns.copyOf(List.of()), List.of()));

            assertThat(history.snapshot("scope", new ScanId("one"))).isPresent();
        }
        assertThat(meanwhile).containsExactly(0);
    }

    @Test
    void r68_a_full_disk_is_said_so_loses_nothing_and_is_used_again_when_there_is_room()
            throws IOException, InterruptedException {
        assertThat(SmallDisk.runOn(directory, FullDiskOfHistory.class)).isZero();
    }

    @Test
    void who_only_looks_makes_no_file() {
        try (ScanHistory history = SqliteScanHistory.in(directory, new SettableClock(NOON))) {
            assertThat(history.points("scope", Instant.EPOCH)).isEmpty();
        }
        assertThat(directory).isEmptyDirectory();
    }
}
