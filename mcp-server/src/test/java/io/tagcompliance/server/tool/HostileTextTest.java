package io.tagcompliance.server.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagcompliance.server.ProgramRun;
import io.tagcompliance.server.ProgramRun.Setup;
import io.tagcompliance.server.settings.Setting;
import io.tagcompliance.server.transport.LiveConnection;
import io.tagcompliance.server.transport.ModernMessages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTextTest {
    private static final String INJECTED_ID = "arn:aws:sqs:eu-west-1:111111111111:queue-injection";

    @TempDir
    Path directory;

    @BeforeEach
    void write() throws IOException {
        HostileEstate.write(directory);
    }

    @Test
    void r01_instructions_in_tags_and_names_stand_in_data_fields_only() {
        ProgramRun run = serve(
                call(1, "check_tag_compliance", "{\"limit\":100}"),
                call(2, "find_untagged_resources", "{\"missing\":[\"Owner\"],\"limit\":100}"),
                call(3, "validate_resource_tags", "{\"resource_arns\":[\"" + INJECTED_ID + "\"]}"),
                call(4, "get_tagging_policy", "{\"tag\":\"" + HostileEstate.INJECTION + "\"}"),
                call(
                        5,
                        "suggest_tags",
                        "{\"resource_arn\":\"" + INJECTED_ID + "\",\"tag_keys\":[\"Owner\",\"" + HostileEstate.INJECTION
                                + "\"]}"));

        for (int id = 1; id <= 5; id++) {
            JsonNode result = run.answerTo(id).path("result");
            assertThat(result.path("content").toString()).doesNotContain("Ignore previous");
            assertThat(result.path("structuredContent")
                                    .findValuesAsText("message")
                                    .toString()
                            + result.path("structuredContent").findValuesAsText("how_to_narrow")
                            + result.path("structuredContent").findValuesAsText("reasoning")
                            + result.path("structuredContent").findValuesAsText("reason"))
                    .doesNotContain("Ignore previous");
        }
        assertThat(run.answerTo(1).path("result").path("structuredContent").findValuesAsText("current_value"))
                .contains(HostileEstate.INJECTION);
        assertThat(run.err()).doesNotContain("Ignore previous");
    }

    @Test
    void r01_modern_clients_get_them_in_data_fields_only_too() {
        ProgramRun run = setup().fed(List.of(
                        ModernMessages.call(1, "check_tag_compliance", "{\"limit\":100}"),
                        ModernMessages.call(2, "find_untagged_resources", "{\"missing\":[\"Owner\"],\"limit\":100}"),
                        ModernMessages.call(
                                3, "validate_resource_tags", "{\"resource_arns\":[\"" + INJECTED_ID + "\"]}"),
                        ModernMessages.call(4, "get_tagging_policy", "{\"tag\":\"" + HostileEstate.INJECTION + "\"}"),
                        ModernMessages.request(5, "tools/call", "\"name\":\"" + HostileEstate.INJECTION + "\""),
                        ModernMessages.request(6, "resources/read", "\"uri\":\"x://" + HostileEstate.INJECTION + "\""),
                        ModernMessages.request(7, "prompts/get", "\"name\":\"" + HostileEstate.INJECTION + "\""),
                        ModernMessages.request(8, "prompts/list")))
                .run("serve");

        for (int id = 1; id <= 8; id++) {
            JsonNode answer = run.answerTo(id);
            assertThat(answer.path("result").path("content").toString()).doesNotContain("Ignore previous");
            assertThat(answer.findValuesAsText("message").toString()).doesNotContain("Ignore previous");
        }
        assertThat(run.answerTo(1).path("result").path("structuredContent").findValuesAsText("current_value"))
                .contains(HostileEstate.INJECTION);
        assertThat(run.answerTo(8).toString()).doesNotContain("Ignore previous");
    }

    @Test
    void r02_what_does_not_show_what_it_holds_is_never_proposed_as_a_completion() throws Exception {
        Map<Setting, String> flags = Map.of(
                Setting.ESTATE,
                HostileEstate.estate(directory).toString(),
                Setting.POLICY,
                HostileEstate.policy(directory).toString(),
                Setting.DATA_DIR,
                directory.resolve("data").toString());
        try (Conversation conversation = Conversation.with(flags, directory);
                LiveConnection connection = LiveConnection.to(conversation.offer())) {
            conversation.call("check_tag_compliance", "{}");
            String tags = connection
                    .ask(ModernMessages.request(
                            1,
                            "completion/complete",
                            "\"ref\":{\"type\":\"ref/resource\",\"uri\":\"tagpolicy://tags/{tag}\"},"
                                    + "\"argument\":{\"name\":\"tag\",\"value\":\"\"}"))
                    .path("result")
                    .path("completion")
                    .path("values")
                    .toString();

            assertThat(tags).contains("Environment", "Note").doesNotContain("\u200B", "k\u200Bey!");
        }
    }

    @Test
    void r02_invisible_characters_appear_as_text_and_the_row_says_so() {
        JsonNode answer = flags("check_tag_compliance", "{\"limit\":100}");
        JsonNode row = violator(answer, "queue-invisible");
        JsonNode violation = row.path("violations").get(0);

        assertThat(violation.path("current_value").asText()).isEqualTo(HostileEstate.INVISIBLE_SHOWN);
        assertThat(violation.path("escaped").asBoolean()).isTrue();
        assertThat(violator(answer, "queue-invisible-key")
                        .path("violations")
                        .get(0)
                        .path("tag")
                        .asText())
                .isEqualTo("k\\u{200B}ey!");
    }

    @Test
    void r02_compliance_is_judged_on_the_raw_value() {
        JsonNode violation = violator(flags("check_tag_compliance", "{\"limit\":100}"), "queue-exact")
                .path("violations")
                .get(0);

        assertThat(violation.path("issue").asText()).isEqualTo("invalid_value");
        assertThat(violation.path("closest_allowed_value").asText()).isEqualTo("production");
    }

    @Test
    void r02_a_literal_escape_is_told_from_an_escaped_character() {
        assertThat(SafeText.of("\\u{202E}")).isEqualTo(new SafeText("\\u{202E}", false));
        assertThat(SafeText.of("\\u{202E}\u202E")).isEqualTo(new SafeText("\\u{005C}u{202E}\\u{202E}", true));
        assertThat(SafeText.of("✈\uFE0F 東京 Zürich")).isEqualTo(new SafeText("✈\uFE0F 東京 Zürich", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"check_tag_compliance", "find_untagged_resources", "get_tagging_policy"})
    void a_default_answer_stays_under_8_kilobytes_whatever_the_estate_holds(String tool) throws IOException {
        HostileEstate.writeLong(directory);
        ProgramRun run = serve(call(1, tool, "{}"));

        assertThat(bytes(run.answerTo(1).path("result"))).isLessThan(8_192);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check_tag_compliance {\"limit\":100,\"detail\":\"full\"}",
                "find_untagged_resources {\"limit\":100,\"missing\":[\"Owner\"],\"detail\":\"full\"}"
            })
    void any_answer_stays_under_60_kilobytes_whatever_the_estate_holds(String call) throws IOException {
        HostileEstate.writeLong(directory);
        String[] words = call.split(" ", 2);

        assertThat(bytes(serve(call(1, words[0], words[1])).answerTo(1).path("result")))
                .isLessThan(60_000)
                .isGreaterThan(8_192);
    }

    @Test
    void r39_ids_are_judged_one_by_one_and_the_rest_goes_on() {
        List<String> ids = List.of(
                "arn:aws:sqs:eu-west-1:111111111111:queue-untagged",
                "arn:azure:sqs:eu-west-1:111111111111:queue-untagged",
                "arn:aws:sqs:eu-west-1:111111111111:*",
                "arn:aws:s3:::bucket/../../etc/passwd",
                "arn:aws:sqs:eu-west-1:111111111111:" + "x".repeat(10_240),
                "",
                "i-0123456789abcdef0",
                "arn:aws:sqs:eu-west-1:111111111111:absent");
        String list = ids.stream()
                .map(id -> "\"" + id + "\"")
                .reduce((one, other) -> one + "," + other)
                .orElseThrow();
        JsonNode results = flags("validate_resource_tags", "{\"limit\":100,\"resource_arns\":[" + list + "]}")
                .path("results");

        assertThat(results)
                .extracting(row -> row.path("status").asText())
                .containsExactly(
                        "evaluated",
                        "not_an_identifier",
                        "not_an_identifier",
                        "not_an_identifier",
                        "not_an_identifier",
                        "not_an_identifier",
                        "not_an_identifier",
                        "absent");
        assertThat(results.get(0).path("compliant").asBoolean(true)).isFalse();
    }

    private JsonNode flags(String tool, String arguments) {
        return setup().tool(tool, arguments);
    }

    private ProgramRun serve(String... messages) {
        List<String> greetings = List.of(
                "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-11-25\","
                        + "\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}");
        return setup().fed(
                        Stream.concat(greetings.stream(), Stream.of(messages)).toList())
                .run("serve");
    }

    private Setup setup() {
        return Setup.in(directory)
                .with("TAG_COMPLIANCE_ESTATE", HostileEstate.estate(directory).toString())
                .with("TAG_COMPLIANCE_POLICY", HostileEstate.policy(directory).toString());
    }

    private static String call(int id, String tool, String arguments) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                + "\",\"arguments\":" + arguments + "}}";
    }

    private static JsonNode violator(JsonNode answer, String queue) {
        for (JsonNode row : answer.path("violations")) {
            if (row.path("resource_id").asText().endsWith(":" + queue)) {
                return row;
            }
        }
        throw new AssertionError(queue + " is not among the violators");
    }

    private static int bytes(JsonNode result) {
        return result.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
