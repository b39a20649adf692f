package io.tagcompliance.server.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagcompliance.server.ProgramRun;
import io.tagcompliance.server.ProgramRun.Setup;
import io.tagcompliance.server.settings.Setting;
import io.tagcompliance.server.tool.Conversation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AuditOfCallsTest {
    private static final String CANARY = "AKIACANARY0SECRET99";

    @TempDir
    Path directory;

    @Test
    void a_call_leaves_an_intent_and_a_result_under_its_correlation_id() throws Exception {
        JsonNode answer = Setup.in(directory).tool("check_tag_compliance", "{}", "--demo");

        assertThat(query(
                        "SELECT group_concat(kind || ':' || tool || ':' || outcome) FROM record WHERE correlation_id = '"
                                + answer.path("correlation_id").asText() + "'"))
                .isEqualTo("intent:check_tag_compliance:,result::ok");
        assertThat(Setup.in(directory).run("audit", "verify").out()).isEqualTo("intact: 2 records\n");
    }

    @Test
    void a_refusal_is_in_the_trail_too() throws Exception {
        Setup.in(directory).run("tool", "check_tag_compliance", "{\"limit\":0}", "--demo");

        assertThat(query("SELECT outcome FROM record WHERE kind = 'result'")).isEqualTo("invalid_argument");
    }

    @Test
    void arguments_are_kept_by_an_allow_list_and_the_rest_as_a_digest() throws Exception {
        Setup.in(directory)
                .run(
                        "tool",
                        "check_tag_compliance",
                        "{\"limit\":3,\"resource_types\":[\"ec2:volume\"],\"filters\":{\"tags\":{\"Secret\":\"" + CANARY
                                + "\"}}}",
                        "--demo");

        assertThat(query("SELECT arguments FROM record WHERE kind = 'intent'"))
                .isEqualTo("{\"limit\":3,\"resource_types\":[\"ec2:volume\"],\"filters\":{}}");
        assertThat(query("SELECT arguments_digest FROM record WHERE kind = 'intent'"))
                .hasSize(64);
    }

    @Test
    void r44_secrets_of_environment_and_arguments_show_up_nowhere() throws Exception {
        ProgramRun run = Setup.in(directory)
                .with("AWS_SECRET_ACCESS_KEY", CANARY)
                .with("AWS_SESSION_TOKEN", CANARY)
                .run("tool", "validate_resource_tags", "{\"" + CANARY + "\":1}", "--demo");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out() + run.err()).doesNotContain(CANARY);
        try (var files = Files.walk(directory.resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain(CANARY);
            }
        }
    }

    @Test
    void r67_while_the_trail_is_locked_reads_answer_within_five_seconds_and_say_that_they_are_unaudited()
            throws Exception {
        try (Conversation server = Conversation.withDemo(directory)) {
            server.call("get_tagging_policy", "{}");
            try (Connection other = open();
                    Statement statement = other.createStatement()) {
                statement.execute("BEGIN EXCLUSIVE");
                long began = System.nanoTime();
                Reply reply = server.reply("get_tagging_policy", "{}");

                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
                assertThat(reply.structured().path("audited").asBoolean(true)).isFalse();
                assertThat(reply.text()).contains("could not be written to the audit trail");
                statement.execute("ROLLBACK");
            }
            assertThat(server.call("get_tagging_policy", "{}").path("audited").asBoolean())
                    .isTrue();
        }
    }

    @Test
    void r67_where_audit_is_required_a_call_that_cannot_be_recorded_is_refused() throws Exception {
        Map<Setting, String> flags = Map.of(
                Setting.CLOUDS, "demo",
                Setting.DATA_DIR, directory.resolve("data").toString(),
                Setting.AUDIT_REQUIRED, "true");
        try (Conversation server = Conversation.with(flags, directory)) {
            server.call("get_tagging_policy", "{}");
            try (Connection other = open();
                    Statement statement = other.createStatement()) {
                statement.execute("BEGIN EXCLUSIVE");

                assertThat(server.call("get_tagging_policy", "{}")
                                .path("error_code")
                                .asText())
                        .isEqualTo("audit_unavailable");
            }
        }
    }

    @Test
    void r69_with_a_damaged_trail_calls_are_refused_commands_end_with_2_and_the_file_is_kept() throws Exception {
        Setup.in(directory).run("check", "--demo");
        byte[] damaged = damage();
        ProgramRun check = Setup.in(directory).run("check", "--demo");
        ProgramRun verify = Setup.in(directory).run("audit", "verify");
        JsonNode refusal;
        try (Conversation server = Conversation.withDemo(directory)) {
            refusal = server.call("check_tag_compliance", "{}");
        }

        assertThat(check.exitCode()).isEqualTo(2);
        assertThat(check.err()).contains("audit.db", directory.resolve("data").toString());
        assertThat(verify.exitCode()).isEqualTo(2);
        assertThat(refusal.path("error_code").asText()).isEqualTo("audit_corrupt");
        assertThat(refusal.toString()).doesNotContain(directory.toString());
        assertThat(Files.readAllBytes(trail())).isEqualTo(damaged);
    }

    @Test
    void verify_names_a_row_that_was_changed() throws Exception {
        Setup.in(directory).run("check", "--demo");
        try (Connection other = open();
                Statement statement = other.createStatement()) {
            statement.execute("UPDATE record SET outcome = 'changed' WHERE number = 2");
        }
        ProgramRun run = Setup.in(directory).run("audit", "verify");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEqualTo("BROKEN: record 2 was changed after it was written\n");
    }

    private byte[] damage() throws IOException {
        byte[] bytes = Files.readAllBytes(trail());
        Arrays.fill(bytes, 4_096, Math.min(bytes.length, 8_192), (byte) 0x5A);
        Files.write(trail(), bytes);
        return bytes;
    }

    private Path trail() {
        return directory.resolve("data").resolve("audit.db");
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + trail());
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            return statement.executeQuery(sql).getString(1);
        }
    }
}
