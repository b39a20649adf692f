package io.tagcompliance.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.audit.SqliteAuditTrail;
import io.tagcompliance.core.spi.AuditTrail;
import io.tagcompliance.server.ProgramRun;
import io.tagcompliance.server.ProgramRun.Setup;
import io.tagcompliance.server.tool.Conversation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code audit verify} looks, and leaves everything as it was. */
class AuditVerifyTest {
    @TempDir
    Path directory;

    @Test
    void where_there_is_no_trail_it_says_so_and_makes_nothing() {
        ProgramRun run = Setup.in(directory).run("audit", "verify");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("tag-compliance: there is no audit trail in " + data()
                        + "; no call was recorded there yet; check --data-dir\n");
        assertThat(Files.exists(data())).isFalse();
    }

    @Test
    void r70_a_deleted_trail_is_lost_and_not_intact() throws IOException {
        Setup.in(directory).run("check", "--demo");
        Files.delete(trail());
        ProgramRun run = Setup.in(directory).run("audit", "verify");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .startsWith("LOST: calls were recorded in " + data())
                .hasLineCount(1);
        assertThat(Files.exists(trail())).isFalse();
    }

    @Test
    void r70_an_emptied_file_is_lost_and_not_intact() throws IOException {
        Setup.in(directory).run("check", "--demo");
        Files.write(trail(), new byte[0]);
        ProgramRun run = Setup.in(directory).run("audit", "verify");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEqualTo("BROKEN: record 1 is missing, with every other: the trail was emptied\n");
        assertThat(Files.size(trail())).isZero();
    }

    @Test
    void r69_a_trail_that_lacks_its_table_is_damaged_for_everybody_and_kept() throws Exception {
        Setup.in(directory).run("check", "--demo");
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE record");
        }
        byte[] damaged = Files.readAllBytes(trail());
        for (String command : new String[] {"audit verify", "check --demo"}) {
            ProgramRun run = Setup.in(directory).run(command.split(" "));

            assertThat(run.exitCode()).as(command).isEqualTo(2);
            assertThat(run.err()).contains("audit.db", "the file is in " + data());
        }
        try (Conversation server = Conversation.withDemo(directory)) {
            assertThat(server.call("get_tagging_policy", "{}")
                            .path("error_code")
                            .asText())
                    .isEqualTo("audit_corrupt");
        }
        assertThat(Files.readAllBytes(trail())).isEqualTo(damaged);
    }

    @Test
    void r70_a_trail_that_was_changed_takes_no_call_and_no_answer_calls_itself_audited() throws Exception {
        Setup.in(directory).run("check", "--demo");
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE record SET tool = 'x' WHERE number = 1");
        }
        for (String required : List.of("false", "true")) {
            ProgramRun run = Setup.in(directory)
                    .with("TAG_COMPLIANCE_AUDIT_REQUIRED", required)
                    .run("tool", "get_tagging_policy", "{}", "--demo");

            assertThat(run.exitCode()).as(required).isEqualTo(2);
            assertThat(run.json().path("error_code").asText()).isEqualTo("audit_corrupt");
            assertThat(run.err()).contains("record 1 was changed after it was written", "move the file away");
        }
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM record")) {
            assertThat(rows.getInt(1)).isEqualTo(2);
        }
    }

    @Test
    void old_records_are_dropped_as_audit_days_says_and_the_trail_stays_intact() throws IOException {
        Files.createDirectories(data());
        try (AuditTrail old = SqliteAuditTrail.in(data(), () -> Instant.parse("2020-01-01T00:00:00Z"))) {
            old.intent(new AuditTrail.Intent("1", "local", "get_tagging_policy", "{}", "0badcafe"));
            old.result(new AuditTrail.Result("1", "ok", Duration.ZERO));
        }
        Setup.in(directory).run("check", "--demo");
        assertThat(Setup.in(directory).run("audit", "verify").out()).isEqualTo("intact: 4 records\n");

        Setup.in(directory).with("TAG_COMPLIANCE_AUDIT_DAYS", "30").run("check", "--demo");
        assertThat(Setup.in(directory).run("audit", "verify").out())
                .isEqualTo("intact: 5 records; 2 older ones were dropped, as audit_days was set\n");
    }

    @Test
    void its_help_says_what_its_exit_codes_mean() {
        assertThat(Setup.in(directory).run("audit", "verify", "--help").out())
                .contains("1   a record was changed, is missing or was put in");
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + trail());
    }

    private Path data() {
        return directory.resolve("data");
    }

    private Path trail() {
        return data().resolve("audit.db");
    }
}
