package io.tagcompliance.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagcompliance.server.ProgramRun;
import io.tagcompliance.server.ProgramRun.Setup;
import io.tagcompliance.server.tool.Conversation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Revision 2026-07-28 on standard input and output. */
@Timeout(120)
class ModernStdioTest {
    @TempDir
    Path directory;

    @Test
    void says_what_it_is_and_what_it_can_do_without_a_handshake() {
        JsonNode result =
                serve(ModernMessages.request(1, "server/discover")).answerTo(1).path("result");

        assertThat(result.path("resultType").textValue()).isEqualTo("complete");
        assertThat(result.path("supportedVersions"))
                .extracting(JsonNode::textValue)
                .containsExactly("2026-07-28");
        assertThat(result.path("capabilities").path("tools").isObject()).isTrue();
        assertThat(result.path("instructions").asText()).contains("check_tag_compliance");
        assertThat(result.path("_meta")
                        .path("io.modelcontextprotocol/serverInfo")
                        .path("name")
                        .textValue())
                .isEqualTo("tag-compliance");
        assertThat(result.path("ttlMs").isIntegralNumber()).isTrue();
        assertThat(result.path("cacheScope").textValue()).isIn("public", "private");
    }

    @Test
    void lists_the_tools_as_the_older_revisions_do() {
        ProgramRun run = serve(
                Messages.INITIALIZE,
                Messages.INITIALIZED,
                Messages.listTools(1),
                ModernMessages.request(2, "tools/list"));
        JsonNode modern = run.answerTo(2).path("result");

        assertThat(modern.path("tools"))
                .hasSize(11)
                .isEqualTo(run.answerTo(1).path("result").path("tools"));
        assertThat(modern.path("resultType").textValue()).isEqualTo("complete");
        assertThat(modern.path("ttlMs").asLong()).isNotNegative();
        assertThat(modern.path("cacheScope").textValue()).isEqualTo("public");
    }

    @Test
    void calls_each_tool() {
        ProgramRun run = serve(
                ModernMessages.call(2, "check_tag_compliance", "{}"),
                ModernMessages.call(3, "find_untagged_resources", "{}"),
                ModernMessages.call(
                        4, "validate_resource_tags", "{\"proposed\":[{\"resource_type\":\"ec2:instance\"}]}"),
                ModernMessages.request(5, "tools/call", "\"name\":\"get_tagging_policy\""));

        for (int id = 2; id <= 5; id++) {
            JsonNode result = run.answerTo(id).path("result");
            assertThat(result.path("resultType").textValue()).isEqualTo("complete");
            assertThat(result.path("isError").asBoolean(true)).isFalse();
            assertThat(result.path("structuredContent").isObject()).isTrue();
            assertThat(result.path("content").path(0).path("text").asText()).isNotBlank();
        }
    }

    @Test
    void a_refusal_is_a_tool_result_that_says_what_to_do() {
        JsonNode result = serve(ModernMessages.call(1, "check_tag_compliance", "{\"limit\":1000}"))
                .answerTo(1)
                .path("result");

        assertThat(result.path("isError").asBoolean()).isTrue();
        assertThat(result.path("structuredContent").path("message").textValue())
                .isEqualTo("limit: must be a whole number from 1 to 100 (given: 1000)");
    }

    @Test
    void an_unknown_version_is_refused_with_those_that_are_spoken() {
        JsonNode error = serve(ModernMessages.request(1, "tools/list").replace("2026-07-28", "2099-01-01"))
                .answerTo(1)
                .path("error");

        assertThat(error.path("code").asInt()).isEqualTo(-32022);
        assertThat(error.path("data").path("supported"))
                .extracting(JsonNode::textValue)
                .containsExactly("2026-07-28");
        assertThat(error.path("data").path("requested").textValue()).isEqualTo("2099-01-01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "initialize",
                "ping",
                "logging/setLevel",
                "resources/subscribe",
                "subscriptions/listen",
                "no/such"
            })
    void r22_a_method_that_is_unknown_or_was_removed_is_not_found(String method) {
        assertStaysUp(serve(ModernMessages.request(1, method), ModernMessages.request(9, "tools/list")), -32601);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tools/call|\"name\":\"nope\"",
                "tools/call|\"name\":7",
                "tools/call|\"arguments\":{}",
                "tools/call|\"name\":\"get_tagging_policy\",\"arguments\":[]",
                "tools/call|\"name\":\"get_tagging_policy\",\"inputResponses\":null",
                "tools/call|\"name\":\"get_tagging_policy\",\"inputResponses\":{\"a\":1}",
                "tools/call|\"name\":\"get_tagging_policy\",\"requestState\":{}",
                "tools/list|\"cursor\":\"x\"",
                "resources/read|\"uri\":\"no://such\"",
                "prompts/get|\"name\":\"nope\"",
                "completion/complete|\"ref\":{\"type\":\"ref/tool\"}",
                "completion/complete|\"ref\":{\"type\":\"ref/prompt\",\"name\":\"x\"},\"argument\":{\"name\":\"a\",\"value\":\"\"}",
            })
    void r22_wrong_params_get_the_code_of_the_specification(String method, String params) {
        assertStaysUp(
                serve(ModernMessages.request(1, method, params), ModernMessages.request(9, "tools/list")), -32602);
    }

    @Test
    void r22_a_message_that_names_a_version_but_no_capabilities_is_refused() {
        String without = ModernMessages.request(1, "tools/list").replace("clientCapabilities", "clientCaps");

        assertStaysUp(serve(without, ModernMessages.request(9, "tools/list")), -32602);
    }

    @Test
    void r22_what_wants_no_answer_gets_none() {
        ProgramRun run = serve(
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/unknown\",\"params\":{" + ModernMessages.META + "}}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":5}}",
                ModernMessages.request(9, "tools/list"));

        assertThat(run.messages())
                .extracting(message -> message.path("id").asInt())
                .containsExactly(9);
    }

    @Test
    void r15_nesting_too_deep_is_answered_with_an_error_and_the_connection_stays() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);

        assertStaysUp(
                serve(
                        ModernMessages.call(1, "get_tagging_policy", "{\"tag\":" + deep + "}"),
                        ModernMessages.request(9, "tools/list")),
                -32700);
    }

    @Test
    void r16_a_number_that_nothing_can_hold_is_answered_with_an_error_and_the_connection_stays() {
        assertStaysUp(
                serve(
                        ModernMessages.call(1, "check_tag_compliance", "{\"limit\":1e999999}"),
                        ModernMessages.request(9, "tools/list")),
                -32600);
    }

    @Test
    void r17_a_key_that_stands_twice_is_answered_with_an_error_and_the_connection_stays() {
        String twice = ModernMessages.request(1, "tools/list", "\"a\":1,\"a\":2");

        assertStaysUp(serve(twice, ModernMessages.request(9, "tools/list")), -32700);
    }

    @Test
    void r20_half_a_surrogate_pair_is_answered_with_an_error_and_the_connection_stays() {
        assertStaysUp(
                serve(
                        ModernMessages.call(1, "get_tagging_policy", "{\"tag\":\"a\\ud800b\"}"),
                        ModernMessages.request(9, "tools/list")),
                -32600);
    }

    @Test
    void r21_a_line_of_64_megabytes_is_answered_with_an_error_and_the_connection_stays() {
        byte[] huge = ("x".repeat(64 * 1024 * 1024) + "\n" + ModernMessages.request(9, "tools/list") + "\n")
                .getBytes(StandardCharsets.US_ASCII);

        assertStaysUp(Setup.in(directory).fed(huge).run("serve", "--demo"), -32600);
    }

    @Test
    void answers_three_hundred_pipelined_calls_of_both_eras_though_a_line_is_bad_and_the_input_ends_at_once() {
        List<String> lines = new ArrayList<>(Messages.greetings());
        for (int id = 1; id <= 300; id++) {
            lines.add(
                    id % 2 == 0
                            ? Messages.call(id, "get_tagging_policy", "{\"limit\":1}")
                            : ModernMessages.call(id, "check_tag_compliance", "{\"limit\":1}"));
        }
        lines.add(150, "{this is no message");
        ProgramRun run = serve(lines.toArray(String[]::new));

        assertThat(run.exitCode()).isZero();
        assertThat(run.messages().stream().map(message -> message.path("id")).filter(JsonNode::isInt))
                .extracting(JsonNode::intValue)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(0, 300).boxed().toList());
        assertThat(errorCodes(run)).containsExactly(-32700);
    }

    @Test
    void r43_metacharacters_of_sql_are_letters_like_any_other() {
        String sql = "x'); DROP TABLE intents; --";
        ProgramRun run = serve(
                ModernMessages.call(1, "get_tagging_policy", "{\"tag\":\"" + sql + "\"}"),
                ModernMessages.call(2, "get_tagging_policy", "{\"" + sql + "\":1}"),
                ModernMessages.call(3, "check_tag_compliance", "{\"resource_types\":[\"" + sql + "\"]}"),
                ModernMessages.request(4, "tools/call", "\"name\":\"" + sql + "\""),
                ModernMessages.request(
                        5, "resources/read", "\"uri\":\"tagpolicy://tags/" + sql.replace(" ", "%20") + "\""),
                ModernMessages.request(
                        6,
                        "prompts/get",
                        "\"name\":\"explain_violation\",\"arguments\":{\"resource_id\":\"" + sql + "\"}"));
        ProgramRun verified = Setup.in(directory).run("audit", "verify");

        assertThat(run.answerTo(6).path("result").toString()).contains(sql);
        assertThat(verified.exitCode()).isZero();
        assertThat(verified.out() + verified.err()).contains("8 records");
    }

    @RepeatedTest(20)
    void an_id_can_be_used_again_as_soon_as_its_answer_is_there() throws Exception {
        try (Conversation conversation = Conversation.withDemo(directory);
                LiveConnection connection = LiveConnection.to(conversation.offer())) {
            for (int time = 0; time < 20; time++) {
                assertThat(connection
                                .ask(ModernMessages.request(1, "prompts/list"))
                                .has("result"))
                        .isTrue();
            }
        }
    }

    private ProgramRun serve(String... messages) {
        return Setup.in(directory).fed(List.of(messages)).run("serve", "--demo");
    }

    /** The bad message got that code, and the request behind it its answer. */
    private static void assertStaysUp(ProgramRun run, int code) {
        assertThat(run.exitCode()).isZero();
        assertThat(errorCodes(run)).containsExactly(code);
        assertThat(run.answerTo(9).path("result").path("tools")).hasSize(11);
    }

    private static List<Integer> errorCodes(ProgramRun run) {
        return run.messages().stream()
                .filter(message -> message.has("error"))
                .map(message -> message.path("error").path("code").asInt())
                .toList();
    }
}
