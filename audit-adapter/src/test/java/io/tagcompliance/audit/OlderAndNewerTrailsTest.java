package io.tagcompliance.audit;

import static io.tagcompliance.audit.TrailFixture.intent;
import static io.tagcompliance.audit.TrailFixture.sql;
import static io.tagcompliance.audit.TrailFixture.text;
import static io.tagcompliance.audit.TrailFixture.trailIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagcompliance.core.spi.AuditTrail.Corrupt;
import io.tagcompliance.core.spi.AuditTrail.Verification;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that another version of this program wrote: the older one here was really written by that version. */
class OlderAndNewerTrailsTest {
    @TempDir
    private Path directory;

    @BeforeEach
    void put_the_older_file_in_place() throws IOException {
        try (InputStream older =
                Objects.requireNonNull(OlderAndNewerTrailsTest.class.getResourceAsStream("/trails/version-1.db"))) {
            Files.copy(older, file());
        }
    }

    @Test
    void an_older_file_is_verified_as_it_is() throws IOException {
        byte[] older = Files.readAllBytes(file());
        try (SqliteAuditTrail trail = trailIn(directory)) {
            assertThat(trail.verify()).isEqualTo(new Verification.Intact(6));
        }

        assertThat(Files.readAllBytes(file())).isEqualTo(older);
    }

    @Test
    void an_older_file_is_brought_to_todays_form_with_the_next_record_and_keeps_its_own() throws SQLException {
        String records = "SELECT group_concat(number || correlation_id || kind || hash) FROM record WHERE number <= 6";
        String before = text(directory, records);
        try (SqliteAuditTrail trail = trailIn(directory)) {
            trail.intent(intent("next"));
            assertThat(trail.verify()).isEqualTo(new Verification.Intact(7));
        }

        assertThat(text(directory, "PRAGMA user_version")).isEqualTo("2");
        assertThat(text(directory, records)).isEqualTo(before);
    }

    @Test
    void an_older_file_that_cannot_be_brought_to_todays_form_stays_in_its_own() throws SQLException {
        sql(directory, "CREATE INDEX dropped ON record (at)");
        try (SqliteAuditTrail trail = trailIn(directory)) {
            assertThatThrownBy(() -> trail.intent(intent("next"))).isInstanceOf(Corrupt.class);
            assertThat(trail.verify()).isEqualTo(new Verification.Intact(6));
        }

        assertThat(text(directory, "PRAGMA user_version")).isEqualTo("1");
    }

    @Test
    void a_newer_file_is_refused_in_one_line_and_nothing_is_changed_or_put_beside_it() throws Exception {
        sql(directory, "PRAGMA journal_mode = DELETE", "PRAGMA user_version = 3", "DROP TABLE head");
        byte[] newer = Files.readAllBytes(file());
        try (SqliteAuditTrail trail = trailIn(directory)) {
            assertThatThrownBy(() -> trail.intent(intent("next")))
                    .isInstanceOf(Corrupt.class)
                    .hasMessage(
                            "the audit trail (audit.db) was written by a newer version of this program; run that one");
            assertThatThrownBy(trail::verify).isInstanceOf(Corrupt.class);
        }

        assertThat(Files.readAllBytes(file())).isEqualTo(newer);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(file());
        }
    }

    private Path file() {
        return directory.resolve(SqliteAuditTrail.FILE);
    }
}
