package io.tagcompliance.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tagcompliance.server.ProgramRun;
import io.tagcompliance.server.ProgramRun.Setup;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** A check as other programs read it. */
class ReportFormatsTest {
    private static final String ESTATE = """
            {"resource_id":"arn:aws:sqs:eu-west-1:111111111111:a|b","resource_type":"sqs:queue","tags":{"Owner":"](http://e) ![x](http://e)\\n# no"}}
            {"resource_id":"arn:aws:sqs:eu-west-1:111111111111:tidy","resource_type":"sqs:queue","tags":{"Owner":"me"}}
            {"resource_id":"arn:aws:sqs:eu-west-1:111111111111:<b>","resource_type":"sqs:queue","tags":{"Owner":"]]><x>&\\u0000"}}
            """;
    private static final String GAP =
            "{\"cloud\":\"aws\",\"account_id\":\"111111111111\",\"region\":\"eu-west-2\",\"gap\":\"access_denied\"}\n";
    private static final String POLICY =
            "{\"version\":\"1.0\",\"required_tags\":[{\"id\":\"owner\",\"name\":\"Owner\",\"allowed_values\":[\"me\"]}]}";

    @TempDir
    Path directory;

    private ProgramRun check(String format, String estate) throws IOException {
        Path file = Files.writeString(directory.resolve("estate.jsonl"), estate);
        Path policy = Files.writeString(directory.resolve("policy.json"), POLICY);
        return Setup.in(directory)
                .run("check", "--format", format, "--estate", file.toString(), "--policy", policy.toString());
    }

    @Test
    void sarif_has_a_result_for_each_violation_with_texts_of_strangers_in_properties_only() throws IOException {
        ProgramRun run = check("sarif", ESTATE);
        JsonNode log = new ObjectMapper().readTree(run.out());
        JsonNode results = log.path("runs").path(0).path("results");

        assertThat(run.exitCode()).isZero();
        assertThat(log.path("version").asText()).isEqualTo("2.1.0");
        assertThat(results).hasSize(2);
        for (JsonNode result : results) {
            assertThat(result.path("level").asText()).isEqualTo("error");
            assertThat(result.path("message").path("text").asText())
                    .isEqualTo("Rule owner is violated: invalid_value.");
            assertThat(log.path("runs")
                            .path(0)
                            .path("tool")
                            .path("driver")
                            .path("rules")
                            .path(result.path("ruleIndex").asInt())
                            .path("id")
                            .asText())
                    .isEqualTo(result.path("ruleId").asText());
            assertThat(result.path("locations")
                            .path(0)
                            .path("physicalLocation")
                            .path("artifactLocation")
                            .path("uri")
                            .asText())
                    .matches("resources/[A-Za-z0-9%._*+-]+");
        }
        assertThat(results.path(1)
                        .path("properties")
                        .path("violation")
                        .path("current_value")
                        .asText())
                .startsWith("](http");
        assertThat(log.at("/runs/0/invocations/0/executionSuccessful").asBoolean())
                .isTrue();
    }

    @Test
    void sarif_says_what_could_not_be_read_and_the_run_ends_with_3() throws IOException {
        ProgramRun run = check("sarif", ESTATE + GAP);
        JsonNode invocation = new ObjectMapper().readTree(run.out()).at("/runs/0/invocations/0");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(invocation.path("executionSuccessful").asBoolean()).isFalse();
        assertThat(invocation.at("/toolExecutionNotifications/0/message/text").asText())
                .contains("eu-west-2", "access_denied");
    }

    @Test
    void junit_has_a_case_for_each_failing_resource_and_one_for_coverage()
            throws IOException, ParserConfigurationException, SAXException {
        Element whole = xml(check("junit", ESTATE).out());
        assertThat(whole.getAttribute("tests")).isEqualTo("3");
        assertThat(whole.getAttribute("failures")).isEqualTo("2");
        assertThat(whole.getAttribute("errors")).isEqualTo("0");
        assertThat(whole.getElementsByTagName("testcase").getLength()).isEqualTo(3);
        assertThat(whole.getElementsByTagName("failure").item(0).getTextContent())
                .isEqualTo("error invalid_value Owner = ]]><x>&\\u{0000}");

        Element partial = xml(check("junit", ESTATE + GAP).out());
        assertThat(partial.getAttribute("errors")).isEqualTo("1");
        assertThat(partial.getElementsByTagName("error").item(0).getTextContent())
                .contains("eu-west-2");
    }

    private static Element xml(String text) throws IOException, ParserConfigurationException, SAXException {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return document.getDocumentElement();
    }

    @Test
    void r7_markdown_makes_no_link_no_image_and_no_row_of_a_strangers_text() throws IOException {
        String report = check("markdown", ESTATE).out();

        assertThat(report).startsWith("## Tag compliance 33.3 %\n");
        assertThat(report.lines().filter(line -> line.contains("invalid")))
                .hasSize(2)
                .allMatch(line -> line.replace("\\|", "")
                                .chars()
                                .filter(one -> one == '|')
                                .count()
                        == 6);
        assertThat(report).doesNotContain("](http", "![x", "\n# no", "<x>").contains("a\\|b", "\\]\\(http\\://e\\)");
    }

    @Test
    void markdown_says_what_could_not_be_read() throws IOException {
        assertThat(check("markdown", ESTATE + GAP).out())
                .contains("unknown: not everything could be read", "### Not read", "eu-west-2");
    }

    @Test
    void a_format_that_is_none_and_one_that_contradicts_are_refused() throws IOException {
        assertThat(check("pdf", ESTATE).exitCode()).isEqualTo(2);
        assertThat(Setup.in(directory)
                        .run("check", "--demo", "--json", "--format", "sarif")
                        .err())
                .contains("--json and --format sarif contradict each other");
    }
}
