package io.tagcompliance.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagcompliance.server.ProgramRun;
import io.tagcompliance.server.ProgramRun.Setup;
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

@Timeout(120)
class StdioTest {
    @TempDir
    Path directory;

    @Test
    void lists_the_tools_and_calls_each() {
        ProgramRun run = serve(
                Messages.listTools(1),
                Messages.call(2, "check_tag_compliance", "{}"),
                Messages.call(3, "find_untagged_resources", "{}"),
                Messages.call(4, "validate_resource_tags", "{\"proposed\":[{\"resource_type\":\"ec2:instance\"}]}"),
                Messages.call(5, "get_tagging_policy", "{}"),
                Messages.call(6, "cross_account_compliance_check", "{}"));

        assertThat(run.exitCode()).isZero();
        assertThat(run.answerTo(1).path("result").path("tools")).hasSize(11);
        for (int id = 2; id <= 6; id++) {
            assertThat(run.answerTo(id).path("result").path("isError").asBoolean())
                    .isFalse();
            assertThat(run.answerTo(id).path("result").path("structuredContent").isObject())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"})
    void speaks_the_revision_that_the_client_asks_for(String revision) {
        ProgramRun run = Setup.in(directory)
                .fed(List.of(Messages.INITIALIZE.replace("2025-11-25", revision)))
                .run("serve", "--demo");

        assertThat(run.answerTo(0).path("result").path("protocolVersion").asText())
                .isEqualTo(revision);
    }

    @RepeatedTest(3)
    void answers_three_hundred_pipelined_calls_though_a_line_is_bad_and_the_input_ends_at_once() {
        List<String> lines = new ArrayList<>();
        for (int id = 1; id <= 300; id++) {
            lines.add(Messages.call(id, id % 2 == 0 ? "get_tagging_policy" : "check_tag_compliance", "{\"limit\":1}"));
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
    void r15_nesting_too_deep_is_answered_with_an_error_and_the_connection_stays() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);

        assertStaysUp(
                serve(Messages.call(1, "get_tagging_policy", "{\"tag\":" + deep + "}"), Messages.listTools(9)), -32700);
    }

    @Test
    void r16_a_number_that_nothing_can_hold_is_answered_with_an_error_and_the_connection_stays() {
        ProgramRun run = serve(Messages.call(1, "check_tag_compliance", "{\"limit\":1e999999}"), Messages.listTools(9));

        assertStaysUp(run, -32600);
    }

    @Test
    void r17_a_key_that_stands_twice_is_answered_with_an_error_and_the_connection_stays() {
        assertStaysUp(
                serve(Messages.call(1, "check_tag_compliance", "{\"limit\":1,\"limit\":2}"), Messages.listTools(9)),
                -32700);
    }

    @Test
    void r20_invalid_utf8_is_answered_with_an_error_and_the_connection_stays() {
        byte[] greetings = (String.join("\n", Messages.greetings()) + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] invalid = {'"', (byte) 0xC3, (byte) 0x28, '"', '\n'};
        byte[] list = (Messages.listTools(9) + "\n").getBytes(StandardCharsets.UTF_8);
        ProgramRun run =
                Setup.in(directory).fed(joined(greetings, invalid, list)).run("serve", "--demo");

        assertStaysUp(run, -32700);
    }

    @Test
    void r20_half_a_surrogate_pair_is_answered_with_an_error_and_the_connection_stays() {
        ProgramRun run =
                serve(Messages.call(1, "get_tagging_policy", "{\"tag\":\"a\\ud800b\"}"), Messages.listTools(9));

        assertStaysUp(run, -32600);
        assertThat(run.answerTo(1).path("error").path("code").asInt()).isEqualTo(-32600);
    }

    @Test
    void r21_a_line_of_64_megabytes_is_answered_with_an_error_within_bounded_heap_and_the_connection_stays() {
        byte[] head = (String.join("\n", Messages.greetings()) + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] huge = "x".repeat(64 * 1024 * 1024).getBytes(StandardCharsets.US_ASCII);
        byte[] tail = ("\n" + Messages.listTools(9) + "\n").getBytes(StandardCharsets.UTF_8);
        ProgramRun run = Setup.in(directory).fed(joined(head, huge, tail)).run("serve", "--demo");

        assertStaysUp(run, -32600);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}] | -32600",
                "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"} | -32600",
                "{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"} | -32600",
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"} | -32600",
                "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"} | -32600",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":7} | -32600",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":[1]} | -32600",
                "{\"jsonrpc\":\"2.0\",\"id\":1} | -32600",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"no/such\"} | -32601",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"nope\"}} | -32602",
                "\"a text\" | -32600",
            })
    void r22_a_malformed_message_gets_the_code_of_the_specification(String message, int code) {
        assertStaysUp(serve(message, Messages.listTools(9)), code);
    }

    @Test
    void r22_what_wants_no_answer_gets_none() {
        ProgramRun run = serve(
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/unknown\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":77,\"result\":{}}",
                "",
                Messages.listTools(9));

        assertThat(run.messages())
                .extracting(message -> message.path("id").asInt())
                .containsExactlyInAnyOrder(0, 9);
    }

    @Test
    void a_request_before_initialize_is_refused_and_a_ping_is_answered() {
        ProgramRun run = Setup.in(directory)
                .fed(List.of(Messages.listTools(1), "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}"))
                .run("serve", "--demo");

        assertThat(run.answerTo(1).path("error").path("code").asInt()).isEqualTo(-32600);
        assertThat(run.answerTo(2).path("result").isObject()).isTrue();
    }

    @Test
    void a_client_that_never_says_that_it_is_initialized_is_answered_all_the_same() {
        ProgramRun run = Setup.in(directory)
                .fed(List.of(Messages.INITIALIZE, Messages.listTools(9)))
                .run("serve", "--demo");

        assertThat(run.answerTo(9).path("result").path("tools")).hasSize(11);
    }

    @Test
    void a_refusal_is_a_tool_result_that_says_what_to_do() {
        JsonNode result = serve(Messages.call(1, "check_tag_compliance", "{\"limit\":1000}"))
                .answerTo(1)
                .path("result");

        assertThat(result.path("isError").asBoolean()).isTrue();
        assertThat(result.path("structuredContent").path("error_code").asText()).isEqualTo("invalid_argument");
        assertThat(result.path("structuredContent").path("message").asText())
                .isEqualTo("limit: must be a whole number from 1 to 100 (given: 1000)");
        assertThat(result.path("structuredContent").path("retryable").asBoolean())
                .isFalse();
        assertThat(result.path("structuredContent").path("correlation_id").asText())
                .isNotBlank();
    }

    private ProgramRun serve(String... messages) {
        List<String> lines = new ArrayList<>(Messages.greetings());
        lines.addAll(List.of(messages));
        return Setup.in(directory).fed(lines).run("serve", "--demo");
    }

    /** The bad line got that code, and the request behind it its answer. */
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

    private static byte[] joined(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] whole = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }
}
