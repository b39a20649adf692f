package io.tagcompliance.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagcompliance.core.cost.BillingPeriod;
import io.tagcompliance.server.ProgramRun;
import io.tagcompliance.server.ProgramRun.Setup;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers of checks and reports: of what they are, and that they add up. */
class ReportNumbersTest {
    private static final String QUEUE = "{\"resource_id\":\"arn:aws:sqs:eu-west-1:111111111111:%s\","
            + "\"resource_type\":\"sqs:queue\",\"tags\":{%s}}\n";
    private static final String POLICY = """
            {"version":"3.0","required_tags":[{"id":"owner","name":"Owner","applies_to":["sqs:queue"]}],
             "exemptions":[{"id":"old","resources":["arn:aws:sqs:*:old"],"rules":["owner"],"owner":"ann","reason":"goes","expires":"2099-01-01"}]}""";

    @TempDir
    Path directory;

    @BeforeEach
    void write_an_estate() throws IOException {
        Files.writeString(directory.resolve("policy.json"), POLICY);
        Files.writeString(
                directory.resolve("estate.jsonl"),
                QUEUE.formatted("tidy", "\"Owner\":\"me\"")
                        + QUEUE.formatted("bare", "")
                        + QUEUE.formatted("old", "")
                        + QUEUE.formatted("topic", "").replace("sqs", "sns").replace("queue", "topic"));
    }

    private ProgramRun run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--estate", "estate.jsonl", "--policy", "policy.json"));
        return Setup.in(directory).run(all.toArray(String[]::new));
    }

    /** One row of usage that names a resource, in euros; tax in dollars, which is most of the bill. */
    private String bill() throws IOException {
        String day = BillingPeriod.lastClosedMonth(Instant.now()).start() + "T00:00:00Z";
        String head =
                "BilledCost,EffectiveCost,BillingCurrency,ChargeCategory,ChargePeriodStart,ProviderName,ServiceName,"
                        + "SubAccountId,ResourceId,Tags\n";
        String row = "%s,%s,%s,%s," + day + ",AWS,Amazon Simple Queue Service,111111111111,%s,NULL\n";
        String tax = row.formatted("500", "500", "USD", "Tax", "");
        return Files.writeString(
                        directory.resolve("bill.csv"),
                        head
                                + row.formatted("77", "77", "EUR", "Usage", "arn:aws:sqs:eu-west-1:111111111111:bare")
                                + tax
                                + tax)
                .toString();
    }

    @Test
    void costs_of_resources_stand_beside_their_own_currency_and_not_beside_that_of_the_gap() throws IOException {
        String bill = bill();
        JsonNode summary =
                run("report", "--bill", bill, "--format", "json").json().path("summary");

        assertThat(run("check", "--bill", bill).out()).contains("cost 77.00 EUR");
        assertThat(summary.path("non_compliant_cost").asInt()).isEqualTo(77);
        assertThat(summary.path("cost_currency").asText()).isEqualTo("EUR");
        assertThat(summary.path("currency").asText()).isEqualTo("USD");
        for (String format : List.of("markdown", "html", "csv")) {
            assertThat(run("report", "--bill", bill, "--format", format).out())
                    .as(format)
                    .containsPattern("77( |,)EUR")
                    .doesNotContainPattern("77( |,)USD");
        }
    }

    @Test
    void every_resource_is_counted_once_and_the_numbers_add_up_to_all() {
        assertThat(run("check").out())
                .contains(
                        "4 resources: 1 comply, 1 do not, 0 could not be evaluated, 1 are exempt, to 1 no rule applies");
        assertThat(run("check", "--format", "markdown").out())
                .contains(
                        "4 resources: 1 comply, 1 do not, 0 could not be evaluated, 1 are exempt, to 1 no rule applies");
        String sentence =
                "Of 4 resources, 1 comply, 1 do not, 0 could not be evaluated, 1 are exempt, and to 1 no rule applies.";
        assertThat(run("report").out()).contains(sentence);
        assertThat(run("report", "--format", "html").out()).contains(sentence, "exempt: 1", "no rule applies: 1");
        assertThat(run("report", "--format", "csv").out())
                .contains("summary,total,,,4,", "summary,exempt,,,1,", "summary,not_applicable,,,1,");
    }

    @Test
    void a_table_of_a_report_has_nothing_in_it_that_is_no_row_of_its_kind() throws IOException {
        String csv =
                Setup.in(directory).run("report", "--demo", "--format", "csv").out();
        List<CSVRecord> rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv))
                .getRecords();

        Predicate<CSVRecord> isTeam = row -> row.get("section").equals("team");
        assertThat(rows.stream().filter(isTeam))
                .isNotEmpty()
                .allMatch(row -> row.get("details").equals("tag Owner"))
                .allMatch(row -> row.get("unit").equals("resources that fail"))
                .noneMatch(row -> row.get("name").isEmpty() || row.get("name").endsWith(" more"))
                .anyMatch(row -> row.get("name").equals("(none)"));
        assertThat(rows)
                .anyMatch(row -> row.get("section").equals("team_rest")
                        && row.get("name").equals("rest"));
        assertThat(rows.stream().filter(row -> row.get("name").equals("overall_compliance")))
                .allMatch(row -> row.get("unit").equals("ratio"))
                .hasSize(1);
        assertThat(rows.stream().filter(row -> row.get("name").equals("cost_attribution_gap")))
                .allMatch(row -> row.get("unit").equals("percent of the total"))
                .hasSize(1);
        assertThat(Setup.in(directory).run("report", "--demo").out()).contains("## Teams, by the tag `Owner`");
        assertThat(Setup.in(directory)
                        .run("report", "--demo", "--format", "html")
                        .out())
                .contains("Teams, by the tag Owner");
    }

    @Test
    void what_is_copied_from_a_report_or_a_check_in_markdown_is_what_is_meant() throws IOException {
        Files.writeString(directory.resolve("estate.jsonl"), QUEUE.formatted("under_score.fifo", ""));
        assertThat(run("report").out())
                .contains("`tag-compliance export --severity errors_only --rule ", "Add to each command")
                .contains("`--estate`");
        assertThat(run("report", "--audience", "engineering").out())
                .contains("`arn:aws:sqs:eu-west-1:111111111111:under_score.fifo`");
        assertThat(run("check", "--format", "markdown").out())
                .contains("| resource | severity | tag | issue | value |")
                .contains("| `arn:aws:sqs:eu-west-1:111111111111:under_score.fifo` | error | `Owner` |"
                        + " `missing_required_tag` |");
    }

    @Test
    void one_is_no_plural() throws IOException {
        Files.writeString(directory.resolve("estate.jsonl"), QUEUE.formatted("bare", ""));

        assertThat(run("check").out()).contains("  1 resource: ").doesNotContain("1 resources");
        assertThat(run("export", "--out", "list.csv").out()).startsWith("1 row of 1 resource is in ");
        run("check");
        assertThat(run("history").out()).contains("1 violation, 1 resource");
        assertThat(run("report").out()).contains("Of 1 resource, ");
    }

    @Test
    void who_looks_at_the_list_of_violations_sees_what_each_costs_and_of_what_the_rest_is() throws IOException {
        assertThat(run("check", "--bill", bill()).out())
                .contains("  arn:aws:sqs:eu-west-1:111111111111:bare (77.00 EUR a month)");
        String demo = Setup.in(directory).run("check", "--demo").out();
        assertThat(demo)
                .containsPattern("cost \\d\\d,\\d{3}\\.\\d\\d USD a month")
                .containsPattern("and 1,\\d{3} more resources with violations or warnings \\(--all lists them\\)")
                .contains(
                        "Types with the most resources that do not comply", "Accounts with the most resources that do");
    }
}
