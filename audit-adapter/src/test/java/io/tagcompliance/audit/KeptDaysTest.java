package io.tagcompliance.audit;

import static io.tagcompliance.audit.TrailFixture.intent;
import static io.tagcompliance.audit.TrailFixture.sql;
import static io.tagcompliance.audit.TrailFixture.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagcompliance.core.spi.AuditTrail.Corrupt;
import io.tagcompliance.core.spi.AuditTrail.Verification;
import io.tagcompliance.testkit.SettableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that are older than they are to be kept are dropped, and the rest can still be verified. */
class KeptDaysTest {
    private static final String MISSING = "is missing: the next record has another number";

    @TempDir
    private Path directory;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-01T12:00:00Z"));

    @Test
    void by_default_records_are_kept_for_ever() {
        try (SqliteAuditTrail trail = SqliteAuditTrail.in(directory, clock)) {
            TrailFixture.write(trail, 3);
            clock.pass(Duration.ofDays(10_000));
            trail.intent(intent("next"));
            assertThat(trail.verify()).isEqualTo(new Verification.Intact(7));
        }
    }

    @Test
    void old_records_are_dropped_with_the_next_one_and_a_record_says_so() throws SQLException {
        writeEachDay(5);
        clock.pass(Duration.ofDays(1));
        String lastDropped = text(directory, "SELECT hash FROM record WHERE number = 4");
        String kept = text(directory, "SELECT group_concat(hash) FROM record WHERE number > 4");
        write(3, "next");

        assertThat(verify()).isEqualTo(new Verification.Intact(8, 4));
        assertThat(text(directory, "SELECT min(number) FROM record")).isEqualTo("5");
        assertThat(text(directory, "SELECT at || arguments || arguments_digest FROM record WHERE kind = 'dropped'"))
                .isEqualTo(clock.instant() + "4" + lastDropped);
        assertThat(text(directory, "SELECT group_concat(hash) FROM record WHERE number BETWEEN 5 AND 10"))
                .isEqualTo(kept);
    }

    @Test
    void the_trail_is_intact_through_a_month_of_dropping_every_day() {
        writeEachDay(5);
        for (int day = 0; day < 30; day++) {
            clock.pass(Duration.ofDays(1));
            write(3, "day " + day);
            assertThat(verify()).isInstanceOf(Verification.Intact.class);
        }

        assertThat(verify()).isEqualTo(new Verification.Intact(8, 62));
    }

    @Test
    void when_all_are_old_all_but_the_new_ones_are_dropped() {
        writeEachDay(2);
        clock.pass(Duration.ofDays(400));
        write(3, "next");

        assertThat(verify()).isEqualTo(new Verification.Intact(2, 4));
    }

    @Test
    void of_what_was_dropped_no_byte_stays_behind() throws IOException {
        try (SqliteAuditTrail trail = SqliteAuditTrail.in(directory, clock)) {
            trail.intent(intent("somebody-to-be-forgotten"));
        }
        clock.pass(Duration.ofDays(400));
        write(3, "next");

        assertThat(new String(
                        Files.readAllBytes(directory.resolve(SqliteAuditTrail.FILE)), StandardCharsets.ISO_8859_1))
                .doesNotContain("somebody-to-be-forgotten");
    }

    @Test
    void r70_what_somebody_else_took_from_the_beginning_is_missed() throws SQLException {
        writeEachDay(5);
        sql(directory, "DELETE FROM record WHERE number <= 2");
        assertThat(verify()).isEqualTo(new Verification.Broken(1, MISSING));
    }

    @Test
    void r70_what_somebody_else_took_after_the_trail_had_dropped_some_is_missed() throws SQLException {
        writeEachDay(5);
        clock.pass(Duration.ofDays(1));
        write(3, "next");
        sql(directory, "DELETE FROM record WHERE number = 5");

        assertThat(verify()).isEqualTo(new Verification.Broken(5, MISSING));
    }

    @Test
    void r70_a_record_that_only_pretends_that_others_were_dropped_is_named() throws SQLException {
        writeEachDay(5);
        sql(
                directory,
                "UPDATE record SET kind = 'dropped', arguments = '2', arguments_digest ="
                        + " (SELECT hash FROM record WHERE number = 2) WHERE number = 7",
                "DELETE FROM record WHERE number <= 2");

        assertThat(verify()).isEqualTo(new Verification.Broken(7, "was changed after it was written"));
    }

    @Test
    void r70_what_was_changed_is_not_dropped() throws SQLException {
        writeEachDay(5);
        sql(directory, "UPDATE record SET at = '2020-01-01T00:00:00Z' WHERE number <= 7");
        clock.pass(Duration.ofDays(1));

        assertThatThrownBy(() -> write(3, "next")).isInstanceOf(Corrupt.class);
        assertThat(verify()).isEqualTo(new Verification.Broken(1, "was changed after it was written"));
    }

    @Test
    void r70_what_was_changed_while_the_trail_is_open_is_noticed_before_it_is_dropped() throws SQLException {
        writeEachDay(5);
        try (SqliteAuditTrail trail = SqliteAuditTrail.keepingDays(3, directory, clock)) {
            trail.intent(intent("today"));
            sql(directory, "UPDATE record SET tool = 'x' WHERE number = 7");
            clock.pass(Duration.ofDays(30));

            assertThatThrownBy(() -> trail.intent(intent("next")))
                    .isInstanceOf(Corrupt.class)
                    .hasMessageContaining("record 7 was changed");
        }
        assertThat(verify()).isEqualTo(new Verification.Broken(7, "was changed after it was written"));
    }

    @Test
    void a_clock_that_was_set_back_makes_nothing_older() {
        write(3, "today");
        clock.pass(Duration.ofDays(-20));
        write(3, "set back");
        clock.pass(Duration.ofDays(21));
        write(3, "right again");

        assertThat(verify()).isEqualTo(new Verification.Intact(3));
    }

    /** One call a day: two records. */
    private void writeEachDay(int days) {
        for (int day = 1; day <= days; day++) {
            try (SqliteAuditTrail trail = SqliteAuditTrail.in(directory, clock)) {
                trail.intent(intent("day-" + day));
                trail.result(TrailFixture.result("day-" + day));
            }
            clock.pass(Duration.ofDays(day == days ? 0 : 1));
        }
    }

    private void write(int days, String call) {
        try (SqliteAuditTrail trail = SqliteAuditTrail.keepingDays(days, directory, clock)) {
            trail.intent(intent(call));
        }
    }

    private Verification verify() {
        try (SqliteAuditTrail trail = SqliteAuditTrail.in(directory, clock)) {
            return trail.verify();
        }
    }
}
