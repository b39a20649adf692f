package io.tagcompliance.audit;

import static io.tagcompliance.audit.TrailFixture.sql;
import static io.tagcompliance.audit.TrailFixture.text;
import static io.tagcompliance.audit.TrailFixture.trailIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagcompliance.core.spi.AuditTrail.Corrupt;
import io.tagcompliance.core.spi.AuditTrail.Verification;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever has the file can change it; {@code audit verify} tells where. */
class TamperedTrailTest {
    @TempDir
    private Path directory;

    @BeforeEach
    void write_ten_records() {
        try (SqliteAuditTrail trail = trailIn(directory)) {
            TrailFixture.write(trail, 5);
        }
    }

    @Test
    void a_trail_that_nobody_touched_is_intact() {
        assertThat(verify()).isEqualTo(new Verification.Intact(10));
    }

    @Test
    void every_field_of_a_call_is_kept() throws SQLException {
        String row = String.join(" || '|' || ", AuditRecord.COLUMNS);

        assertThat(text(directory, "SELECT " + row + " FROM record WHERE number = 1"))
                .isEqualTo("2026-11-23T00:00:00Z|intent|call-1|local|check_tag_compliance|"
                        + "{\"cloud_provider\":\"aws\"}|0badcafe||");
        assertThat(text(directory, "SELECT " + row + " FROM record WHERE number = 2"))
                .isEqualTo("2026-11-23T00:00:00Z|result|call-1|||||ok|1234");
    }

    @Test
    void r70_verify_names_the_flipped_row() throws SQLException {
        for (String column : AuditRecord.COLUMNS) {
            String was = text(directory, "SELECT " + column + " FROM record WHERE number = 4");
            sql(directory, "UPDATE record SET " + column + " = " + column + " || 'x' WHERE number = 4");
            assertThat(verify()).as(column).isEqualTo(broken(4, "was changed after it was written"));
            sql(directory, "UPDATE record SET " + column + " = '" + was + "' WHERE number = 4");
        }
        assertThat(verify()).isEqualTo(new Verification.Intact(10));
    }

    @Test
    void r70_verify_names_a_row_whose_hashes_were_flipped() throws SQLException {
        sql(directory, "UPDATE record SET hash = 'x' WHERE number = 7");
        assertThat(verify()).isEqualTo(broken(7, "was changed after it was written"));
        sql(directory, "UPDATE record SET previous = 'x' WHERE number = 3");
        assertThat(verify()).isEqualTo(broken(3, "does not follow the record before it: moved, inserted or rewritten"));
    }

    @Test
    void r70_verify_names_the_row_from_which_text_moved_into_the_next_column() throws SQLException {
        sql(directory, "UPDATE record SET caller = 'loca', tool = 'l' || tool WHERE number = 1");

        assertThat(verify()).isEqualTo(broken(1, "was changed after it was written"));
    }

    @Test
    void r70_verify_names_the_deleted_row() throws SQLException {
        sql(directory, "DELETE FROM record WHERE number = 6");

        assertThat(verify()).isEqualTo(broken(6, "is missing: the next record has another number"));
    }

    @Test
    void r70_verify_names_the_deleted_row_even_where_the_others_closed_up() throws SQLException {
        sql(directory, "DELETE FROM record WHERE number = 6", "UPDATE record SET number = number - 1 WHERE number > 6");
        sql(directory, "UPDATE head SET number = 9");

        assertThat(verify()).isEqualTo(broken(6, "does not follow the record before it: moved, inserted or rewritten"));
    }

    @Test
    void r70_verify_names_the_first_of_two_reordered_rows() throws SQLException {
        sql(
                directory,
                "UPDATE record SET number = 99 WHERE number = 3",
                "UPDATE record SET number = 3 WHERE number = 5",
                "UPDATE record SET number = 5 WHERE number = 99");

        assertThat(verify()).isEqualTo(broken(3, "does not follow the record before it: moved, inserted or rewritten"));
    }

    @Test
    void r70_verify_names_the_inserted_row() throws SQLException {
        sql(
                directory,
                "UPDATE record SET number = -number WHERE number > 4",
                "UPDATE record SET number = 1 - number WHERE number < 0",
                copyOfRow(4, 5));

        assertThat(verify()).isEqualTo(broken(5, "does not follow the record before it: moved, inserted or rewritten"));
    }

    @Test
    void r70_verify_names_a_row_that_was_added_at_the_end_with_a_right_hash() throws SQLException {
        AuditRecord forged = AuditRecord.of(Instant.EPOCH, TrailFixture.result("forged"));
        String last = text(directory, "SELECT hash FROM record WHERE number = 10");
        sql(
                directory,
                "INSERT INTO record VALUES (11, '" + String.join("', '", forged.fields()) + "', '" + last + "', '"
                        + forged.hash(11, last) + "')");

        assertThat(verify()).isEqualTo(broken(11, "is not the newest record that was written: inserted or rewritten"));
    }

    @Test
    void r70_verify_names_the_row_that_was_cut_off_the_end() throws SQLException {
        sql(directory, "DELETE FROM record WHERE number = 10");
        assertThat(verify()).isEqualTo(broken(10, "is missing at the end of the trail"));
        sql(directory, "DELETE FROM record");
        assertThat(verify()).isEqualTo(broken(1, "is missing at the end of the trail"));
    }

    @Test
    void r70_verify_notices_that_the_note_of_the_newest_record_is_gone_or_wrong() throws SQLException {
        for (String change : List.of("UPDATE head SET hash = 'x'", "UPDATE head SET number = 9", "DELETE FROM head")) {
            sql(directory, change);
            assertThat(verify())
                    .as(change)
                    .isEqualTo(broken(10, "is not the newest record that was written: inserted or rewritten"));
        }
    }

    @Test
    void r70_a_trail_that_was_emptied_is_broken() throws SQLException {
        sql(directory, "DELETE FROM record");
        sql(directory, "DELETE FROM head");

        assertThat(verify()).isEqualTo(broken(1, "is missing, with every other: the trail was emptied"));
    }

    @Test
    void r70_a_trail_without_its_head_takes_no_more_records() throws SQLException {
        sql(directory, "DELETE FROM head");

        try (SqliteAuditTrail trail = trailIn(directory)) {
            assertThatThrownBy(() -> trail.intent(TrailFixture.intent("next"))).isInstanceOf(Corrupt.class);
        }
    }

    @Test
    void r70_a_table_made_anew_with_nulls_is_broken_and_no_exception() throws SQLException {
        sql(
                directory,
                "CREATE TABLE other AS SELECT * FROM record",
                "DROP TABLE record",
                "ALTER TABLE other RENAME TO record",
                "UPDATE record SET previous = NULL, hash = NULL WHERE number = 2");

        assertThat(verify()).isEqualTo(broken(2, "does not follow the record before it: moved, inserted or rewritten"));
    }

    @Test
    void r70_a_trail_that_was_changed_anywhere_takes_no_more_records() throws SQLException {
        sql(directory, "UPDATE record SET tool = 'x' WHERE number = 1");

        try (SqliteAuditTrail trail = trailIn(directory)) {
            assertThatThrownBy(() -> trail.intent(TrailFixture.intent("next")))
                    .isInstanceOf(Corrupt.class)
                    .hasMessageContaining("record 1 was changed after it was written");
        }
        assertThat(text(directory, "SELECT count(*) FROM record")).isEqualTo("10");
    }

    @Test
    void r70_a_newest_record_that_is_changed_while_the_trail_is_open_is_noticed_by_the_next() throws SQLException {
        try (SqliteAuditTrail trail = trailIn(directory)) {
            trail.intent(TrailFixture.intent("open"));
            sql(directory, "UPDATE record SET caller = 'x' WHERE number = 11");

            assertThatThrownBy(() -> trail.result(TrailFixture.result("open")))
                    .isInstanceOf(Corrupt.class)
                    .hasMessageContaining("record 11 was changed");
        }
    }

    /** Of a trail that is longer than what is followed when it is opened. */
    @Test
    void r70_of_a_long_trail_the_newest_records_are_followed() throws SQLException {
        sql(directory, "UPDATE record SET tool = 'x' WHERE number = 3");

        try (Session session =
                Session.reading(directory.resolve(SqliteAuditTrail.FILE), Duration.ofSeconds(1), Schema.TRAIL)) {
            Chain chain = new Chain(session);
            chain.requireIntact(7);
            assertThatThrownBy(() -> chain.requireIntact(8)).hasMessageContaining("record 3 was changed");
        }
    }

    private Verification verify() {
        try (SqliteAuditTrail trail = trailIn(directory)) {
            return trail.verify();
        }
    }

    private static Verification broken(long record, String what) {
        return new Verification.Broken(record, what);
    }

    private static String copyOfRow(int from, int to) {
        return "INSERT INTO record SELECT " + to + ", " + String.join(", ", AuditRecord.COLUMNS)
                + ", previous, hash FROM record WHERE number = " + from;
    }
}
