package io.tagcompliance.server.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagcompliance.server.conformance.FixtureOffer;
import io.tagcompliance.server.transport.ModernMessages;
import io.tagcompliance.server.transport.http.RawHttp.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both eras over HTTP, and what is refused before either sees it. */
@Timeout(60)
class HttpTest {
    private static final String LIST = ModernMessages.request(1, "tools/list");
    private static final String INITIALIZE = """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25",\
            "capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""";

    @SuppressWarnings("NullAway.Init") // before all tests
    private static McpMount mount;

    @SuppressWarnings("NullAway.Init")
    private static RawHttp http;

    @BeforeAll
    static void start() throws Exception {
        mount = McpMount.of(FixtureOffer.offer());
        http = new RawHttp(mount.port());
    }

    @AfterAll
    static void stop() {
        mount.close();
    }

    @Test
    void a_request_is_answered_with_plain_json() throws IOException {
        Answer answer = http.post(http.modern("tools/list"), LIST);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.head()).contains("application/json").doesNotContain("Jetty");
        assertThat(answer.json().path("result").path("tools")).isNotEmpty();
    }

    @Test
    void what_there_is_to_say_before_the_answer_comes_over_a_stream() throws IOException {
        String call = ModernMessages.call(1, "test_tool_with_progress", "{}")
                .replace("\"_meta\":{", "\"_meta\":{\"progressToken\":\"p\",");
        Answer answer = http.post(http.modern("tools/call", "Mcp-Name: test_tool_with_progress"), call);

        assertThat(answer.head()).contains("text/event-stream");
        assertThat(answer.body().lines().filter(line -> line.contains("notifications/progress")))
                .hasSize(3)
                .allMatch(line -> line.contains("\"progressToken\":\"p\""));
        assertThat(answer.body().strip().lines().toList().getLast()).contains("\"resultType\":\"complete\"");
    }

    @Test
    void a_notification_is_accepted_without_a_body() throws IOException {
        Answer answer = http.post(
                http.modern("notifications/cancelled"),
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{" + ModernMessages.META
                        + "}}");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void r22_a_header_that_differs_from_the_body_is_refused() throws IOException {
        List<List<String>> wrong = List.of(
                http.modern("tools/call"),
                without(http.modern("tools/list"), "Mcp-Method"),
                without(http.modern("tools/list"), "MCP-Protocol-Version"),
                http.modern("tools/list", "Mcp-Method: tools/list"),
                with(without(http.modern("tools/list"), "MCP-Protocol-Version"), "MCP-Protocol-Version: 2025-11-25"));

        for (List<String> headers : wrong) {
            Answer answer = http.post(headers, LIST);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.errorCode()).isEqualTo(-32020);
            assertThat(answer.json().path("id").asInt()).isEqualTo(answer.json().has("id") ? 1 : 0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "test_simple_text, 200",
        "=?base64?dGVzdF9zaW1wbGVfdGV4dA==?=, 200",
        "test_image_content, 400",
        "=?base64?!?=, 400",
        "'', 400",
    })
    void r22_the_name_in_the_header_must_be_that_in_the_body(String name, int status) throws IOException {
        Answer answer = http.post(
                http.modern("tools/call", "Mcp-Name: " + name), ModernMessages.call(1, "test_simple_text", "{}"));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.errorCode()).isEqualTo(status == 200 ? 0 : -32020);
    }

    @Test
    void r22_an_unknown_version_is_refused_with_those_that_are_spoken() throws IOException {
        List<String> headers =
                with(without(http.modern("tools/list"), "MCP-Protocol-Version"), "MCP-Protocol-Version: 2099-01-01");
        Answer answer = http.post(headers, LIST.replace("2026-07-28", "2099-01-01"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo(-32022);
        assertThat(answer.json().path("error").path("data").path("supported"))
                .extracting(JsonNode::textValue)
                .containsExactly("2026-07-28");
    }

    @Test
    void r22_an_unknown_version_of_the_classic_era_is_refused_too() throws IOException {
        List<String> headers =
                with(without(http.modern("tools/list"), "MCP-Protocol-Version"), "MCP-Protocol-Version: 1999-01-01");
        Answer answer = http.post(headers, "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo(-32022);
    }

    @ParameterizedTest
    @ValueSource(strings = {"initialize", "ping", "logging/setLevel", "resources/subscribe", "no/such"})
    void r22_a_method_that_is_unknown_or_was_removed_is_not_found(String method) throws IOException {
        Answer answer = http.post(http.modern(method), ModernMessages.request(1, method));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.errorCode()).isEqualTo(-32601);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE", "PUT", "OPTIONS"})
    void r22_only_post_is_allowed(String method) throws IOException {
        assertThat(http.send(method, http.modern("tools/list"), new byte[0]).status())
                .isEqualTo(405);
        assertThat(http.send(method, List.of("Host: localhost:" + mount.port()), new byte[0])
                        .status())
                .isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]",
                "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1}",
                "",
                "{",
            })
    void r22_what_is_no_message_is_refused(String body) throws IOException {
        Answer answer = http.post(http.modern("ping"), body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isIn(-32600, -32700);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: http://evil.example",
                "Origin: null",
                "Origin: http://localhost:80.evil.example",
                "Origin: http://localhost.evil.example:PORT",
                "Origin: https://localhost:PORT",
                "Origin: http://localhost:1",
                "Origin: http://localhost:PORT/",
                "Origin: http://localhost:PORT\r\nOrigin: http://localhost:PORT",
                "Origin: http://localhost:PORT, http://evil.example",
                "Origin:",
            })
    void r25_a_foreign_origin_is_refused_before_anything_is_parsed(String origin) throws IOException {
        List<String> headers = with(http.modern("tools/list"), origin.replace("PORT", String.valueOf(mount.port())));
        Answer answer = http.post(headers, "{no json at all");

        assertThat(answer.status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "evil.example:PORT", "localhost", "localhost:1", "localhost.evil.example:PORT"})
    void r25_a_foreign_host_is_refused_before_anything_is_parsed(String host) throws IOException {
        List<String> headers = with(
                without(http.modern("tools/list"), "Host"),
                "Host: " + host.replace("PORT", String.valueOf(mount.port())));

        assertThat(http.post(headers, "{no json at all").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:PORT", "http://127.0.0.1:PORT", "http://[::1]:PORT"})
    void r25_our_own_origin_is_served(String origin) throws IOException {
        String ours = "Origin: " + origin.replace("PORT", String.valueOf(mount.port()));

        assertThat(http.post(with(http.modern("tools/list"), ours), LIST).status())
                .isEqualTo(200);
    }

    @Test
    void r15_r16_r17_r20_what_nothing_can_hold_is_refused_and_the_next_request_is_answered() throws IOException {
        List<String> wrong = List.of(
                ModernMessages.request(1, "tools/list", "\"a\":" + "[".repeat(100_000) + "]".repeat(100_000)),
                ModernMessages.request(1, "tools/list", "\"a\":1e999999"),
                ModernMessages.request(1, "tools/list", "\"a\":1,\"a\":2"),
                ModernMessages.request(1, "tools/list", "\"a\":\"\\ud800\""));

        for (String body : wrong) {
            Answer answer = http.post(http.modern("tools/list"), body);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.errorCode()).isIn(-32600, -32700);
        }
        assertThat(http.post(http.modern("tools/list"), new byte[] {'"', (byte) 0xC3, (byte) 0x28, '"'})
                        .status())
                .isEqualTo(400);
        assertThat(http.post(http.modern("tools/list"), LIST).status()).isEqualTo(200);
    }

    @Test
    void r18_a_body_over_a_mebibyte_is_refused_however_it_is_sent() throws IOException {
        assertThat(http.post(http.modern("tools/list"), " ".repeat(1024 * 1024) + LIST)
                        .status())
                .isEqualTo(413);
        assertThat(http.postChunks(http.modern("tools/list"), 1600).status()).isEqualTo(413);
        assertThat(http.post(http.modern("tools/list"), LIST).status()).isEqualTo(200);
    }

    @Test
    void r19_a_compressed_body_is_refused_unread() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write(new byte[10 * 1024 * 1024]);
        }

        assertThat(http.post(with(http.modern("tools/list"), "Content-Encoding: gzip"), bomb.toByteArray())
                        .status())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/json; charset=utf-16", "application/jsonx", "multipart/form-data"})
    void r19_a_body_of_another_type_is_refused(String type) throws IOException {
        List<String> headers = with(without(http.modern("tools/list"), "Content-Type"), "Content-Type: " + type);

        assertThat(http.post(headers, LIST).status()).isEqualTo(415);
    }

    @Test
    void no_error_shows_a_stack() throws IOException {
        List<String> classic = List.of(
                "Host: localhost:" + mount.port(),
                "Content-Type: application/json",
                "Accept: application/json, text/event-stream");
        String list = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";
        List<Answer> answers = List.of(
                http.post(classic, list),
                http.post(with(classic, "Mcp-Session-Id: no-such"), list),
                http.post(without(classic, "Accept"), INITIALIZE),
                http.post(classic, INITIALIZE.replace("\"clientInfo\"", "\"clientInfo\":7,\"x\"")),
                http.post(
                        classic,
                        INITIALIZE.replace("{\"protocolVersion\":\"2025-11-25\",", "{\"protocolVersion\":[],")),
                http.send("GET", with(classic, "Mcp-Session-Id: no-such"), new byte[0]),
                http.send("DELETE", with(classic, "Mcp-Session-Id: no-such"), new byte[0]));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isBetween(400, 500);
            assertThat(answer.body()).doesNotContain("stackTrace", "at io.", "Exception", ".java");
        });
    }

    @Test
    void the_classic_era_is_served_in_a_session_on_the_same_endpoint() throws IOException {
        List<String> headers = List.of(
                "Host: localhost:" + mount.port(),
                "Content-Type: application/json",
                "Accept: application/json, text/event-stream");
        Answer greeting = http.post(headers, INITIALIZE);

        assertThat(greeting.status()).isEqualTo(200);
        assertThat(greeting.head().toLowerCase(Locale.ROOT)).contains("mcp-session-id");
        assertThat(greeting.body()).contains("\"protocolVersion\":\"2025-11-25\"");
    }

    private static List<String> with(List<String> headers, String more) {
        List<String> all = new ArrayList<>(headers);
        all.add(more);
        return all;
    }

    private static List<String> without(List<String> headers, String name) {
        return headers.stream().filter(header -> !header.startsWith(name + ":")).toList();
    }
}
