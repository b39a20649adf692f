package io.tagcompliance.audit;

import static io.tagcompliance.audit.TrailFixture.intent;
import static io.tagcompliance.audit.TrailFixture.sql;
import static io.tagcompliance.audit.TrailFixture.trailIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagcompliance.core.spi.AuditTrail.Corrupt;
import io.tagcompliance.core.spi.AuditTrail.Unavailable;
import io.tagcompliance.core.spi.AuditTrail.Verification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file is locked, the disk full, a page damaged. */
class TrailFaultsTest {
    private static final Duration BOUND = Duration.ofSeconds(5);
    private static final String BUSY = "the audit trail is busy; another program holds it";

    @TempDir
    private Path directory;

    @Test
    void r67_a_locked_file_is_unavailable_within_five_seconds_to_each_of_many_and_works_again_afterwards()
            throws SQLException, InterruptedException, ExecutionException {
        try (SqliteAuditTrail trail = trailIn(directory)) {
            trail.intent(intent("before"));
            try (Connection other = TrailFixture.open(directory);
                    Statement lock = other.createStatement();
                    ExecutorService threads = Executors.newFixedThreadPool(6)) {
                lock.execute("BEGIN EXCLUSIVE");
                List<Future<Duration>> waiting = new ArrayList<>();
                for (int thread = 0; thread < 6; thread++) {
                    waiting.add(threads.submit(unavailable(trail)));
                }
                for (Future<Duration> one : waiting) {
                    assertThat(one.get()).isLessThan(BOUND);
                }
                lock.execute("ROLLBACK");
            }
            trail.intent(intent("after"));
            assertThat(trail.verify()).isEqualTo(new Verification.Intact(2));
        }
    }

    @Test
    void r67_a_file_that_was_locked_from_the_start_is_unavailable_within_five_seconds() throws Exception {
        sql(directory, "CREATE TABLE other (x)");
        try (SqliteAuditTrail trail = trailIn(directory)) {
            try (Connection other = TrailFixture.open(directory);
                    Statement lock = other.createStatement()) {
                lock.execute("BEGIN EXCLUSIVE");
                assertThat(unavailable(trail).call()).isLessThan(BOUND);
                lock.execute("ROLLBACK");
            }
            trail.intent(intent("after"));
            assertThat(trail.verify()).isEqualTo(new Verification.Intact(1));
        }
    }

    @Test
    void r67_who_is_interrupted_while_waiting_stays_interrupted() throws InterruptedException {
        try (SqliteAuditTrail trail = trailIn(directory)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> trail.intent(intent("x"))).isInstanceOf(Unavailable.class);
            assertThat(Thread.interrupted()).isTrue();
            trail.intent(intent("y"));
        }
    }

    @Test
    void r68_a_full_disk_is_unavailable_and_recovers_without_a_new_trail() throws IOException, InterruptedException {
        assertThat(SmallDisk.runOn(directory, FullDisk.class)).isZero();
    }

    @Test
    void r69_a_damaged_page_is_told_and_not_a_byte_is_changed() throws IOException, SQLException {
        try (SqliteAuditTrail trail = trailIn(directory)) {
            TrailFixture.write(trail, 200);
        }
        byte[] damaged = Files.readAllBytes(file());
        int page = 4_096;
        assertThat(damaged.length).isGreaterThan(10 * page);
        for (int at = 5 * page; at < 6 * page; at++) {
            damaged[at] = (byte) 0xA5;
        }
        Files.write(file(), damaged);

        assertCorruptAndKept(
                damaged,
                "the audit trail (audit.db) is damaged; move the file away, keep it for inspection,"
                        + " and start again");
    }

    @Test
    void r69_a_file_that_is_no_database_is_told_and_kept() throws IOException {
        byte[] letter = "Dear auditors, ".repeat(1_000).getBytes(StandardCharsets.UTF_8);
        Files.write(file(), letter);

        assertCorruptAndKept(
                letter,
                "the audit trail (audit.db) is damaged; move the file away, keep it for inspection,"
                        + " and start again");
    }

    @Test
    void r69_a_file_that_lacks_a_table_is_told_and_kept() throws IOException {
        for (SqliteStore.Damage damage : SqliteStore.Damage.values()) {
            SqliteStore store = new SqliteStore(Files.createDirectory(directory.resolve(damage.name())), damage);
            try (SqliteAuditTrail trail = trailIn(store.directory())) {
                TrailFixture.write(trail, 5);
            }
            store.damage();
            Object damaged = store.content();
            try (SqliteAuditTrail trail = trailIn(store.directory())) {
                assertThatThrownBy(() -> trail.intent(intent("x")))
                        .as(damage.name())
                        .isInstanceOf(Corrupt.class);
                assertThatThrownBy(trail::verify).as(damage.name()).isInstanceOf(Corrupt.class);
            }
            assertThat(store.content()).isEqualTo(damaged);
        }
    }

    @Test
    void r69_a_table_that_goes_while_the_trail_is_open_is_damage() throws SQLException {
        try (SqliteAuditTrail trail = trailIn(directory)) {
            trail.intent(intent("x"));
            sql(directory, "DROP TABLE record");
            assertThatThrownBy(() -> trail.intent(intent("y"))).isInstanceOf(Corrupt.class);
        }
    }

    @Test
    void r69_a_record_that_stands_where_the_next_belongs_is_damage() throws SQLException {
        try (SqliteAuditTrail trail = trailIn(directory)) {
            TrailFixture.write(trail, 2);
            sql(directory, "UPDATE head SET number = 2");
            assertThatThrownBy(() -> trail.intent(intent("y"))).isInstanceOf(Corrupt.class);
        }
    }

    @Test
    void a_file_that_was_taken_away_while_the_trail_is_open_takes_no_more_records() throws IOException {
        try (SqliteAuditTrail trail = trailIn(directory)) {
            TrailFixture.write(trail, 2);
            Files.move(file(), directory.resolve("audit.kept"));
            trail.intent(intent("next"));

            assertThat(trail.verify()).isEqualTo(new Verification.Intact(1));
        }
    }

    @Test
    void an_emptied_file_is_an_emptied_trail() throws IOException {
        try (SqliteAuditTrail trail = trailIn(directory)) {
            TrailFixture.write(trail, 2);
        }
        Files.write(file(), new byte[0]);
        try (SqliteAuditTrail trail = trailIn(directory)) {
            assertThat(trail.verify())
                    .isEqualTo(new Verification.Broken(1, "is missing, with every other: the trail was emptied"));
        }
        assertThat(Files.size(file())).isZero();
    }

    @Test
    void r69_a_newer_format_is_refused_and_kept() throws IOException, SQLException {
        sql(directory, "CREATE TABLE record (other)", "PRAGMA user_version = 3");

        assertCorruptAndKept(
                Files.readAllBytes(file()),
                "the audit trail (audit.db) was written by a newer version of this program; run that one");
    }

    @Test
    void a_damaged_trail_that_was_moved_away_is_followed_by_a_new_one() throws IOException {
        try (SqliteAuditTrail trail = trailIn(directory)) {
            Files.write(
                    file(), "no database, but long enough to be one".repeat(100).getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> trail.intent(intent("x"))).isInstanceOf(Corrupt.class);
            Files.move(file(), directory.resolve("audit.kept"));
            trail.intent(intent("x"));
            assertThat(trail.verify()).isEqualTo(new Verification.Intact(1));
        }
    }

    @Test
    void a_directory_that_is_not_there_is_unavailable_until_it_is() throws IOException {
        Path missing = directory.resolve("missing");
        try (SqliteAuditTrail trail = trailIn(missing)) {
            assertThatThrownBy(() -> trail.intent(intent("x")))
                    .isInstanceOf(Unavailable.class)
                    .hasMessage("the audit trail can't be written; check the rights on the data directory");
            Files.createDirectory(missing);
            trail.intent(intent("x"));
        }
    }

    @Test
    void a_trail_whose_place_is_taken_is_unavailable() throws IOException {
        Files.createDirectory(directory.resolve(SqliteAuditTrail.FILE));
        try (SqliteAuditTrail trail = trailIn(directory)) {
            assertThatThrownBy(() -> trail.intent(intent("x")))
                    .isInstanceOf(Unavailable.class)
                    .hasMessage("the audit trail can't be written; check the rights on the data directory");
        }
    }

    private void assertCorruptAndKept(byte[] original, String message) throws IOException {
        try (SqliteAuditTrail trail = trailIn(directory)) {
            for (int round = 0; round < 2; round++) {
                assertThatThrownBy(() -> trail.intent(intent("x")))
                        .isInstanceOf(Corrupt.class)
                        .hasMessage(message);
                assertThatThrownBy(trail::verify).isInstanceOf(Corrupt.class).hasMessage(message);
            }
        }
        assertThat(Files.readAllBytes(file())).isEqualTo(original);
    }

    private static Callable<Duration> unavailable(SqliteAuditTrail trail) {
        return () -> {
            long begun = System.nanoTime();
            assertThatThrownBy(() -> trail.intent(intent("locked")))
                    .isInstanceOf(Unavailable.class)
                    .hasMessage(BUSY);
            return Duration.ofNanos(System.nanoTime() - begun);
        };
    }

    private Path file() {
        return directory.resolve(SqliteAuditTrail.FILE);
    }
}
