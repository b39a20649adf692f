package io.tagcompliance.server.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagcompliance.server.handout.Handout;
import io.tagcompliance.server.handout.Handout.Kind;
import io.tagcompliance.server.handout.Handouts;
import io.tagcompliance.server.offer.Offer;
import io.tagcompliance.server.tool.Conversation;
import io.tagcompliance.server.transport.LiveConnection;
import io.tagcompliance.server.transport.Messages;
import io.tagcompliance.server.transport.ModernMessages;
import io.tagcompliance.testkit.SettableClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Files of this server, as clients of both eras read them. */
@Timeout(60)
class HandoutDocumentsTest {
    private static final String MINE = "local";
    private static final Pattern HANDOUT = Pattern.compile("(report|export)://[0-9a-f]{32}");

    @TempDir
    Path directory;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-28T12:00:00Z"));

    /** What a client is answered by either era. */
    private record Answers(JsonNode modern, JsonNode classic) {}

    private static Answers read(LiveConnection connection, String uri) throws Exception {
        connection.ask(Messages.INITIALIZE);
        return new Answers(
                connection.ask(ModernMessages.request(5, "resources/read", "\"uri\":\"" + uri + "\"")),
                connection.ask("{\"jsonrpc\":\"2.0\",\"id\":6,\"method\":\"resources/read\",\"params\":{\"uri\":\""
                        + uri + "\"}}"));
    }

    /** The file that an answer names. */
    private static String named(JsonNode answer) {
        return HANDOUT.matcher(answer.toString())
                .results()
                .findFirst()
                .orElseThrow()
                .group();
    }

    @ParameterizedTest
    @CsvSource({
        "generate_compliance_report, html, text/html, <!doctype html>",
        "generate_compliance_report, markdown, text/markdown, # Tag compliance",
        "generate_compliance_report, csv, text/csv, section",
        "export_violations_csv, csv, text/csv, resource_id",
        "export_violations_csv, json, application/json, [",
    })
    void a_file_that_a_tool_made_is_read_as_the_resource_that_the_tool_names(
            String tool, String format, String mime, String begins) throws Exception {
        try (Conversation conversation = Conversation.withDemo(directory);
                LiveConnection connection = LiveConnection.to(conversation.offer())) {
            String uri = named(conversation.call(tool, "{\"format\":\"" + format + "\"}"));

            Answers answers = read(connection, uri);
            JsonNode content = answers.modern().at("/result/contents/0");

            assertThat(content.path("uri").asText()).isEqualTo(uri);
            assertThat(content.path("mimeType").asText()).startsWith(mime);
            assertThat(content.path("text").asText()).startsWith(begins);
            assertThat(answers.classic().at("/result/contents/0")).isEqualTo(content);
        }
    }

    @Test
    void a_workbook_is_read_as_its_bytes() throws Exception {
        try (Conversation conversation = Conversation.withDemo(directory);
                LiveConnection connection = LiveConnection.to(conversation.offer())) {
            JsonNode made = conversation.call("export_violations_csv", "{\"format\":\"xlsx\"}");

            JsonNode content =
                    read(connection, made.path("export_url").asText()).modern().at("/result/contents/0");

            byte[] bytes = Base64.getDecoder().decode(content.path("blob").asText());
            assertThat(bytes).startsWith("PK".getBytes(StandardCharsets.US_ASCII));
            assertThat((long) bytes.length).isEqualTo(made.path("bytes").asLong());
        }
    }

    private Handouts handouts() {
        return Handouts.in(directory.resolve("handouts"), clock);
    }

    private Handout made(Kind kind, String caller) throws InterruptedException {
        return handouts()
                .make(
                        new Handouts.Label(kind, "list.csv", "text/csv", caller),
                        out -> out.write("a,b".getBytes(StandardCharsets.UTF_8)));
    }

    private Answers read(String uri) throws Exception {
        Offer offer = new Offer(
                new Offer.Product("test", "1", ""),
                List.of(),
                List.of(),
                new HandoutDocuments(handouts()).templates(),
                List.of());
        try (LiveConnection connection = LiveConnection.to(offer)) {
            return read(connection, uri);
        }
    }

    private static void assertThatItIsNotFound(Answers answers) {
        assertThat(answers.modern().at("/error/code").asInt()).isEqualTo(-32602);
        assertThat(answers.classic().at("/error/code").asInt()).isEqualTo(-32002);
        assertThat(answers.modern().toString()).doesNotContain("a,b");
        assertThat(answers.classic().toString()).doesNotContain("a,b");
    }

    @ParameterizedTest
    @EnumSource
    void r36_who_made_a_file_reads_it_and_another_caller_does_not_find_it(Kind kind) throws Exception {
        assertThat(read(made(kind, MINE).uri())
                        .modern()
                        .at("/result/contents/0/text")
                        .asText())
                .isEqualTo("a,b");
        assertThatItIsNotFound(read(made(kind, "bob").uri()));
    }

    @ParameterizedTest
    @EnumSource
    void a_file_is_read_for_a_day_and_not_found_after(Kind kind) throws Exception {
        String uri = made(kind, MINE).uri();

        clock.pass(Duration.ofHours(23));
        assertThat(read(uri).modern().at("/result/contents/0/text").asText()).isEqualTo("a,b");
        clock.pass(Duration.ofHours(2));
        assertThatItIsNotFound(read(uri));
    }

    @Test
    void an_export_is_no_report_and_a_guess_is_nothing() throws Exception {
        String export = made(Kind.EXPORT, MINE).uri();

        assertThatItIsNotFound(read(export.replace("export://", "report://")));
        assertThatItIsNotFound(read("report://0123456789abcdef0123456789abcdef"));
        assertThatItIsNotFound(read("report://..%2F..%2Fetc%2Fpasswd"));
    }
}
