package io.tagcompliance.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tagcompliance.server.ProgramRun;
import io.tagcompliance.server.ProgramRun.Setup;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands say to somebody who sees them for the first time. */
class PlainWordsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path directory;

    private ProgramRun run(String command) {
        return Setup.in(directory).run(command.split(" "));
    }

    @Test
    void a_filter_that_nothing_matches_is_told_as_such() {
        String told = "no resource matches what was asked for";
        for (String filter : List.of("--tag Nope=x", "--resource-group foo")) {
            assertThat(run("check --demo " + filter).out())
                    .contains("has no score: " + told)
                    .doesNotContain("no rule applies to any resource");
            assertThat(run("check --demo --format markdown " + filter).out()).contains(told);
            assertThat(run("check --demo --fail-under 0.5 " + filter).err()).contains(told);
            assertThat(run("export --demo --out list.csv " + filter).out()).contains(told);
            assertThat(run("report --demo " + filter).out()).contains("none: no resource matches");
        }
        JsonNode answer =
                Setup.in(directory).tool("check_tag_compliance", "{\"filters\":{\"tags\":{\"Nope\":\"x\"}}}", "--demo");
        assertThat(answer.at("/null_reasons/compliance_score").asText()).isEqualTo(told);
    }

    @Test
    void a_score_that_is_known_is_under_the_bar_and_in_percent() {
        ProgramRun run = run("check --demo --type ec2:volume --fail-under 0.5387");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("tag-compliance: a score of 53.86 % (202 of 375) is under --fail-under 0.5387 (53.87 %)"
                        + System.lineSeparator());
        assertThat(run("check --demo --type ec2:volume --fail-under 0.53866").exitCode())
                .isZero();
    }

    @Test
    void all_scores_of_an_answer_have_four_digits() {
        JsonNode answer = run("check --demo --json").json();

        assertThat(answer.findValuesAsText("compliance_score"))
                .hasSizeGreaterThan(5)
                .allMatch(score -> score.matches("[01]\\.\\d{1,4}"));
    }

    @Test
    void of_one_day_there_is_no_change_to_split() throws IOException {
        String queue = "{\"resource_id\":\"arn:aws:sqs:eu-west-1:111111111111:%s\",\"resource_type\":\"sqs:queue\","
                + "\"tags\":%s}\n";
        String all = "{\"Owner\":\"a\",\"Environment\":\"test\",\"CostCenter\":\"1\"}";
        Path estate = directory.resolve("estate.jsonl");
        Files.writeString(estate, queue.formatted("a", "{}") + queue.formatted("b", "{}"));
        Setup.in(directory).tool("check_tag_compliance", "{\"store_snapshot\":true}", "--estate", estate.toString());
        Files.writeString(estate, queue.formatted("a", all) + queue.formatted("b", "{}"));
        Setup.in(directory).tool("check_tag_compliance", "{\"store_snapshot\":true}", "--estate", estate.toString());

        String history = run("history --estate " + estate).out();

        assertThat(history).contains("Trend: not enough data", "50.0 %").doesNotContain("points", "came and went");
    }

    @Test
    void config_fits_a_terminal() {
        assertThat(run("config --demo")
                        .out()
                        .lines()
                        .filter(line -> !line.startsWith("data_dir"))
                        .filter(line -> line.length() > 80))
                .isEmpty();
        assertThat(run("config --demo").out())
                .containsPattern("(?m)^bill_athena_workgroup\\s+primary\\s+default$")
                .containsPattern("(?m)^    the workgroup of Athena");
    }

    @Test
    void who_calls_a_tool_that_makes_a_file_is_told_what_gives_the_file() {
        assertThat(run("tool export_violations_csv {} --demo").err()).contains("'tag-compliance export --out FILE'");
        assertThat(run("tool generate_compliance_report {\"format\":\"html\"} --demo")
                        .err())
                .contains("'tag-compliance report --out FILE'");
        assertThat(run("tool get_tagging_policy {} --demo").err()).isEmpty();
    }

    @Test
    void what_is_exported_has_numbers_lists_and_nothing_where_there_is_nothing() throws IOException {
        run("export --demo --out list.xlsx --column cost_impact_monthly,resource_id");
        try (InputStream file = Files.newInputStream(directory.resolve("list.xlsx"));
                ReadableWorkbook workbook = new ReadableWorkbook(file)) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows.get(1).getCell(0).getType()).isEqualTo(CellType.NUMBER);
            assertThat(rows.get(1).getCell(1).getType()).isEqualTo(CellType.STRING);
        }
        run("export --demo --out list.json");
        JsonNode rows = JSON.readTree(directory.resolve("list.json").toFile());

        assertThat(rows.path(0).path("cost_impact_monthly").isNumber()).isTrue();
        assertThat(rows.findValues("allowed_values"))
                .allMatch(JsonNode::isArray)
                .anyMatch(list -> list.size() > 1);
        assertThat(rows.valueStream().filter(row -> row.path("issue").asText().equals("missing_required_tag")))
                .isNotEmpty()
                .allMatch(row -> row.path("current_value").isNull());
        assertThat(rows.findValues("current_value")).anyMatch(JsonNode::isTextual);
    }
}
