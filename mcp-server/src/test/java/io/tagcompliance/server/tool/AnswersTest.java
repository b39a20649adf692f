package io.tagcompliance.server.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.tagcompliance.server.ProgramRun;
import io.tagcompliance.server.ProgramRun.Setup;
import io.tagcompliance.server.handout.Handouts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "check_tag_compliance|{}",
                "check_tag_compliance|{\"detail\":\"full\",\"limit\":100}",
                "check_tag_compliance|{\"cloud_provider\":\"azure\",\"severity\":\"warnings_only\"}",
                "find_untagged_resources|{}",
                "find_untagged_resources|{\"missing\":\"any_required\"}",
                "validate_resource_tags|{\"proposed\":[{\"resource_type\":\"ec2:instance\",\"tags\":{\"Environment\":\"prod\"}}]}",
                "validate_resource_tags|{\"resource_arns\":[\"i-1\",\"arn:aws:ec2:eu-west-1:1:instance/i\"]}",
                "suggest_tags|{\"resource_arn\":\"arn:aws:dynamodb:eu-central-1:104729000066:table/insights-sbx-table-01\"}",
                "suggest_tags|{\"resource_arns\":[\"i-1\",\"arn:aws:sqs:eu-west-1:104729000011:none\"]}",
                "get_tagging_policy|{}",
                "get_tagging_policy|{\"resource_type\":\"rds:db\",\"tag\":\"owner\"}",
            })
    void an_answer_fits_its_output_schema(String tool, String arguments) throws Exception {
        JsonNode answer = demo(tool, arguments);

        assertThat(schema(tool).validate(answer)).isEmpty();
        assertThat(answer.path("audited").asBoolean()).isTrue();
    }

    @Test
    void the_counts_add_up() {
        JsonNode answer = demo("check_tag_compliance", "{}");

        assertThat(number(answer, "total_resources"))
                .isEqualTo(number(answer, "not_applicable_resources")
                        + number(answer, "applicable_resources")
                        + number(answer, "exempt_resources"))
                .isEqualTo(2_500);
        assertThat(number(answer, "applicable_resources"))
                .isEqualTo(number(answer, "compliant_resources")
                        + number(answer, "non_compliant_resources")
                        + number(answer, "not_evaluated_resources"));
        assertThat(answer.path("compliance_score").asDouble())
                .isEqualTo((double) number(answer, "compliant_resources") / number(answer, "applicable_resources"));
        assertThat(answer.path("clouds")).hasSize(3);
    }

    @Test
    void an_answer_says_which_regions_were_read() {
        Setup setup = Setup.in(directory).with("TAG_COMPLIANCE_ESTATE", estateWithOneQueue());
        JsonNode answer =
                ProgramRun.parse(setup.run("tool", "check_tag_compliance", "{}").out());

        assertThat(answer.path("regions_read")).isEqualTo(ProgramRun.parse("{\"eu-west-1\":1}"));
        assertThat(setup.run("check").out()).contains("regions read, at least in part: eu-west-1\n");
        assertThat(demo("check_tag_compliance", "{}").toString())
                .contains("regions_read")
                .hasSizeLessThan(8_000);
    }

    @Test
    void the_filter_by_severity_changes_what_is_listed_and_no_figure() {
        JsonNode all = demo("check_tag_compliance", "{}");
        JsonNode warnings = demo("check_tag_compliance", "{\"severity\":\"warnings_only\"}");

        assertThat(warnings.path("compliance_score")).isEqualTo(all.path("compliance_score"));
        assertThat(warnings.path("total_violations")).isEqualTo(all.path("total_violations"));
        assertThat(warnings.findValuesAsText("severity")).isNotEmpty().containsOnly("warning");
    }

    @Test
    void what_needs_a_bill_comes_from_the_demo_s_own_the_dearest_first() {
        JsonNode answer = demo("check_tag_compliance", "{}");

        assertThat(answer.path("spend_weighted_score").asDouble()).isBetween(0.1, 0.9);
        assertThat(answer.path("total_cost_impact").decimalValue()).isPositive();
        assertThat(answer.path("currency").asText()).isEqualTo("USD");
        assertThat(answer.path("violations")
                        .valueStream()
                        .map(row -> row.path("cost_impact_monthly").decimalValue()))
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(answer.path("cross_cloud_inconsistencies").isNull()).isTrue();
        assertThat(answer.path("null_reasons")
                        .path("cross_cloud_inconsistencies")
                        .asText())
                .isNotBlank();
    }

    @Test
    void pages_follow_each_other_without_a_gap_and_without_a_repeat() {
        List<String> messages = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        try (Conversation server = Conversation.withDemo(directory)) {
            JsonNode page = server.call("find_untagged_resources", "{\"limit\":50}");
            int total = number(page, "total_untagged");
            while (true) {
                page.path("untagged_resources")
                        .forEach(row -> messages.add(row.path("resource_id").asText()));
                if (page.path("next_cursor").isNull()) {
                    break;
                }
                page = server.call(
                        "find_untagged_resources",
                        "{\"limit\":50,\"cursor\":\"" + page.path("next_cursor").asText() + "\"}");
            }
            seen.addAll(messages);
            assertThat(messages).hasSize(total);
            assertThat(seen).hasSize(total);
        }
    }

    @Test
    void a_cursor_of_another_question_or_one_that_was_changed_is_refused() {
        try (Conversation server = Conversation.withDemo(directory)) {
            String cursor = server.call("find_untagged_resources", "{}")
                    .path("next_cursor")
                    .asText();
            String changed = (cursor.charAt(0) == 'A' ? "B" : "A") + cursor.substring(1);

            for (String arguments : List.of(
                    "{\"missing\":\"any_required\",\"cursor\":\"" + cursor + "\"}",
                    "{\"cursor\":\"" + changed + "\"}",
                    "{\"cursor\":\"nonsense\"}")) {
                assertThat(server.call("find_untagged_resources", arguments)
                                .path("error_code")
                                .asText())
                        .isEqualTo("cursor_expired");
            }
        }
    }

    @Test
    void a_cursor_of_another_question_is_refused_before_anything_is_scanned() {
        try (Conversation server = Conversation.withDemo(directory)) {
            String cursor = server.call("find_untagged_resources", "{}")
                    .path("next_cursor")
                    .asText();
            String question = "{\"filters\":{\"regions\":[\"eu-west-1\"]}";
            JsonNode refused = server.call("check_tag_compliance", question + ",\"cursor\":\"" + cursor + "\"}");

            assertThat(refused.path("error_code").asText()).isEqualTo("cursor_expired");
            assertThat(readFrom(server.call("check_tag_compliance", question + "}")))
                    .isEqualTo("file");
        }
    }

    @Test
    void a_second_check_comes_from_the_cache_and_a_fresh_one_does_not() {
        try (Conversation server = Conversation.withDemo(directory)) {
            assertThat(readFrom(server.call("check_tag_compliance", "{}"))).isEqualTo("file");
            assertThat(readFrom(server.call("check_tag_compliance", "{}"))).isEqualTo("cache");
            assertThat(readFrom(server.call("check_tag_compliance", "{\"fresh\":true}")))
                    .isEqualTo("file");
        }
    }

    @Test
    void a_cloud_that_is_not_configured_is_named_and_the_score_withheld() {
        JsonNode answer = ProgramRun.parse(Setup.in(directory)
                .with("TAG_COMPLIANCE_ESTATE", estateWithOneQueue())
                .run("tool", "check_tag_compliance", "{\"cloud_provider\":\"azure\"}")
                .out());

        assertThat(answer.path("coverage").asText()).isEqualTo("partial");
        assertThat(answer.path("gaps").get(0).path("cloud_provider").asText()).isEqualTo("azure");
        assertThat(answer.path("compliance_score").isNull()).isTrue();
        assertThat(answer.path("score_status").asText()).isEqualTo("partial");
    }

    private String estateWithOneQueue() {
        Path file = directory.resolve("one.jsonl");
        String line =
                "{\"resource_id\":\"arn:aws:sqs:eu-west-1:111111111111:q\",\"resource_type\":\"sqs:queue\",\"tags\":{}}\n";
        try {
            return Files.writeString(file, line).toString();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String readFrom(JsonNode answer) {
        return answer.path("read_from").asText();
    }

    private JsonNode demo(String tool, String arguments) {
        return Setup.in(directory).tool(tool, arguments, "--demo");
    }

    private static int number(JsonNode answer, String field) {
        return answer.path(field).asInt(-1);
    }

    private static Schema schema(String tool) throws Exception {
        ToolCatalogue catalogue = ToolCatalogue.over(
                () -> {
                    throw new AssertionError("a schema needs no estate");
                },
                new Cursors(),
                Handouts.in(Path.of("target", "handouts"), InstantSource.system()),
                String::strip);
        String schema =
                JSON.writeValueAsString(catalogue.find(tool).orElseThrow().outputSchema());
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);
    }
}
