package io.tagcompliance.server.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagcompliance.server.handout.FileType;
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
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    private Handout large(Kind kind, FileType type, String caller) throws InterruptedException {
        byte[] lines = "a line of some length, so that there are not too many of them\n"
                .repeat(300_000)
                .getBytes(StandardCharsets.UTF_8);
        return handouts().make(new Handouts.Label(kind, "large", type.mime(), caller), out -> out.write(lines));
    }

    @ParameterizedTest
    @EnumSource
    void what_is_too_large_for_one_answer_says_how_it_is_read_in_parts(Kind kind) throws Exception {
        String uri = large(kind, FileType.CSV, MINE).uri();

        Answers answers = read(uri);

        assertThatItIsNotFound(answers);
        assertThat(answers.modern().toString()).contains("larger than 16 MiB", uri + "/1 to " + uri + "/3");
        assertThat(answers.classic().toString()).contains(uri + "/1 to " + uri + "/3");
    }

    @ParameterizedTest
    @CsvSource({"EXPORT, JSON, text", "EXPORT, XLSX, blob", "REPORT, HTML, text"})
    void its_parts_in_order_are_the_file(Kind kind, FileType type, String field) throws Exception {
        Handout made = large(kind, type, MINE);
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        for (int part = 1; part <= 3; part++) {
            Answers answers = read(made.uri() + "/" + part);
            JsonNode content = answers.modern().at("/result/contents/0");

            assertThat(answers.classic().at("/result/contents/0")).isEqualTo(content);
            assertThat(content.path("uri").asText()).isEqualTo(made.uri() + "/" + part);
            assertThat(content.path("mimeType").asText())
                    .isEqualTo(field.equals("text") ? "text/plain; charset=utf-8" : "application/octet-stream");
            String told = content.path(field).asText();
            sha.update(
                    field.equals("text")
                            ? told.getBytes(StandardCharsets.UTF_8)
                            : Base64.getDecoder().decode(told));
        }

        assertThat(HexFormat.of().formatHex(sha.digest()))
                .isEqualTo(made.digest().sha256());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2", "-1", "01", "x", "1%2F1", "99999999999", "%31%00"})
    void a_part_that_is_not_there_is_not_found(String part) throws Exception {
        assertThatItIsNotFound(read(made(Kind.EXPORT, MINE).uri() + "/" + part));
    }

    @ParameterizedTest
    @EnumSource
    void r36_a_part_is_read_by_who_made_it_for_a_day_and_not_found_by_others_or_after(Kind kind) throws Exception {
        String mine = made(kind, MINE).uri() + "/1";

        assertThat(read(mine).modern().at("/result/contents/0/text").asText()).isEqualTo("a,b");
        assertThatItIsNotFound(read(made(kind, "bob").uri() + "/1"));
        clock.pass(Duration.ofHours(25));
        assertThatItIsNotFound(read(mine));
    }

    @Test
    void the_tool_says_in_how_many_parts_a_file_can_be_read() throws Exception {
        try (Conversation conversation = Conversation.withDemo(directory);
                LiveConnection connection = LiveConnection.to(conversation.offer())) {
            JsonNode export = conversation.call("export_violations_csv", "{}");
            JsonNode report = conversation.call("generate_compliance_report", "{\"format\":\"html\"}");

            assertThat(export.path("parts").asInt()).isEqualTo(1);
            assertThat(report.at("/document/parts").asInt()).isEqualTo(1);
            String uri = export.path("export_url").asText();
            assertThat(read(connection, uri + "/1").modern().at("/result/contents/0/text"))
                    .isEqualTo(read(connection, uri).modern().at("/result/contents/0/text"));
        }
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
