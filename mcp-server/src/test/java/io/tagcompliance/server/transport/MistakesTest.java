package io.tagcompliance.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.server.offer.Completer;
import io.tagcompliance.server.offer.Entry;
import io.tagcompliance.server.offer.Offer;
import io.tagcompliance.server.offer.Outcome;
import io.tagcompliance.server.tool.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A bug of ours is answered, in both eras, and tells a stranger nothing. */
@Timeout(60)
class MistakesTest {
    private static final String SECRET = "jdbc:secret";
    private static final String COMPLETE =
            "\"ref\":{\"type\":\"ref/prompt\",\"name\":\"broken\"}," + "\"argument\":{\"name\":\"a\",\"value\":\"\"}";

    @Test
    void a_bug_in_a_prompt_a_resource_or_a_completer_is_an_internal_error() throws Exception {
        try (LiveConnection connection = LiveConnection.to(offer())) {
            connection.ask(Messages.INITIALIZE);
            List<JsonNode> answers = List.of(
                    connection.ask(ModernMessages.request(1, "prompts/get", "\"name\":\"broken\"")),
                    connection.ask(ModernMessages.request(2, "resources/read", "\"uri\":\"x://broken\"")),
                    connection.ask(ModernMessages.request(3, "completion/complete", COMPLETE)),
                    connection.ask(classic(4, "prompts/get", "\"name\":\"broken\"")),
                    connection.ask(classic(5, "resources/read", "\"uri\":\"x://broken\"")),
                    connection.ask(classic(6, "completion/complete", COMPLETE)));

            assertThat(answers).allSatisfy(answer -> {
                assertThat(answer.path("error").path("code").asInt()).isEqualTo(-32603);
                assertThat(answer.path("error").path("message").textValue())
                        .isEqualTo("this is a mistake of the program");
                assertThat(answer.toString()).doesNotContain(SECRET, "IllegalState", ".java");
            });
        }
    }

    @Test
    void a_bug_in_a_definition_is_an_internal_error() throws Exception {
        Offer broken = new Offer(
                new Offer.Product("test", "1", ""),
                List.of(new Entry("broken", MistakesTest::fail, (arguments, exchange) -> new Outcome.Complete(fail()))),
                List.of(),
                List.of(),
                List.of());
        try (LiveConnection connection = LiveConnection.to(broken)) {
            JsonNode answer = connection.ask(ModernMessages.request(1, "tools/list"));

            assertThat(answer.path("error").path("code").asInt()).isEqualTo(-32603);
            assertThat(answer.toString()).doesNotContain(SECRET);
        }
    }

    @Test
    void r22_parameters_of_the_wrong_kind_are_refused_in_our_own_words() throws Exception {
        try (LiveConnection connection = LiveConnection.to(offer())) {
            connection.ask(Messages.INITIALIZE);
            List<JsonNode> answers = List.of(
                    connection.ask(classic(1, "tools/call", "\"name\":\"x\",\"arguments\":[1]")),
                    connection.ask(classic(2, "tools/call", "\"name\":[\"x\"]")),
                    connection.ask(classic(3, "prompts/get", "\"name\":{}")),
                    connection.ask(classic(4, "completion/complete", "\"ref\":7")),
                    connection.ask(classic(5, "tools/list", "\"cursor\":{}")),
                    connection.ask(classic(6, "tools/call", "\"name\":\"x\",\"arguments\":\"secret\"")),
                    connection.ask(classic(7, "tools/call", "\"arguments\":{}")));

            assertThat(answers).allSatisfy(answer -> {
                assertThat(answer.path("error").path("code").asInt()).isEqualTo(-32602);
                assertThat(answer.toString()).doesNotContain("java", "jackson", "modelcontextprotocol.spec", "secret");
            });
        }
    }

    @Test
    void a_tool_that_is_not_offered_is_refused_with_the_nearest_one_in_both_eras() throws Exception {
        Offer offer = new Offer(
                new Offer.Product("test", "1", ""),
                List.of(new Entry(
                        "check_tags", MistakesTest::fail, (arguments, exchange) -> new Outcome.Complete(fail()))),
                List.of(),
                List.of(),
                List.of());

        assertThat(offer.noSuchTool("check_tag").getMessage())
                .isEqualTo("there is no such tool; did you mean check_tags?");
        assertThat(offer.noSuchTool("zzz").getMessage()).isEqualTo("there is no such tool; there are check_tags");
    }

    private static Offer offer() {
        Completer completer = question -> List.of(fail().toString());
        return new Offer(
                new Offer.Product("test", "1", ""),
                List.of(),
                List.of(new Entry(
                        "x://broken",
                        () -> definition().put("uri", "x://broken"),
                        (arguments, exchange) -> new Outcome.Complete(fail()))),
                List.of(),
                List.of(new Entry(
                        "broken",
                        () -> {
                            ObjectNode prompt = definition();
                            prompt.putArray("arguments").addObject().put("name", "a");
                            return prompt;
                        },
                        (arguments, exchange) -> new Outcome.Complete(fail()),
                        completer)));
    }

    private static ObjectNode definition() {
        return Json.object().put("name", "broken").put("description", "Fails").put("mimeType", "text/plain");
    }

    private static ObjectNode fail() {
        throw new IllegalStateException(SECRET);
    }

    private static String classic(int id, String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":{" + params + "}}";
    }
}
