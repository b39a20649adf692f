package io.tagcompliance.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.core.cost.BillingPeriod;
import io.tagcompliance.server.ProgramRun;
import io.tagcompliance.server.ProgramRun.Setup;
import io.tagcompliance.server.settings.SettingsException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about money and memory, as a person or a script uses them. */
class MoneyCommandsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BILL = """
            BilledCost,EffectiveCost,BillingCurrency,ChargeCategory,ChargePeriodStart,ProviderName,ServiceName,SubAccountId,ResourceId,Tags
            10.10,10.10,USD,Usage,2026-09-03T00:00:00Z,AWS,Amazon Elastic Compute Cloud,111111111111,i-0123456789abcdef0,"{""Owner"":""team-payments""}"
            0.90,0.90,USD,Usage,2026-09-03T00:00:00Z,AWS,Amazon Elastic Compute Cloud,111111111111,i-0123456789abcdef2,"{""Owner"":""ann@example.com""}"
            5.05,5.05,USD,Usage,2026-09-04T00:00:00Z,AWS,Amazon Elastic Compute Cloud,111111111111,i-0123456789abcdef1,NULL
            -1,-1,USD,Credit,2026-09-05T00:00:00Z,AWS,Amazon Elastic Compute Cloud,111111111111,,
            """;

    @TempDir
    Path directory;

    private ProgramRun run(String... command) {
        return Setup.in(directory).run(command);
    }

    @Test
    void gap_shows_six_buckets_and_who_spends() {
        ProgramRun run = run("gap", "--demo", "--by", "owner");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("are not attributed", "A direct", "F not usage", "team-payments")
                .contains("effective cost");
    }

    @Test
    void the_buckets_of_a_bill_add_up_to_the_last_digit() throws IOException {
        Path bill = Files.writeString(directory.resolve("focus.csv"), BILL);

        JsonNode answer = run(
                        "gap",
                        "--demo",
                        "--bill",
                        bill.toString(),
                        "--json",
                        "--key",
                        "Owner",
                        "--from",
                        "2026-09-01",
                        "--to",
                        "2026-10-01",
                        "--by",
                        "owner",
                        "--mask")
                .json();

        BigDecimal sum = answer.path("buckets")
                .valueStream()
                .map(bucket -> bucket.path("spend").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(answer.path("total_cloud_spend").decimalValue())
                .isEqualByComparingTo("15.05")
                .isEqualByComparingTo(sum);
        assertThat(answer.path("buckets").path(2).path("spend").decimalValue()).isEqualByComparingTo("5.95");
        assertThat(answer.path("breakdown").toString()).contains("person-").doesNotContain("example.com");
    }

    @Test
    void of_an_export_nobody_knows_what_is_an_estimate_and_a_share_that_is_known_is_shown() {
        ObjectNode answer = (ObjectNode) run("gap", "--demo", "--json").json();
        assertThat(answer.at("/basis/estimated_share").isNull()).isTrue();
        assertThat(answer.at("/null_reasons/estimated_share").asText()).contains("an export doesn't say");
        assertThat(printed(answer)).doesNotContain("estimate");

        answer.withObject("/basis").put("estimated_share", new BigDecimal("0.1234"));
        assertThat(printed(answer)).contains("(12.34 % of it an estimate)");
        answer.withObject("/basis").put("estimated_share", BigDecimal.ONE);
        assertThat(printed(answer)).contains("(100 % of it an estimate)");
    }

    private static String printed(JsonNode answer) {
        StringWriter text = new StringWriter();
        new GapReport(new PrintWriter(text), "by service").print(answer);
        return text.toString();
    }

    @Test
    void teams_of_a_bill_are_those_of_a_report() {
        JsonNode gap = run("gap", "--demo", "--by", "team", "--json", "--all").json();
        JsonNode report = run("report", "--demo", "--format", "json").json();

        assertThat(gap.at("/basis/grouping_tag")).isEqualTo(report.path("team_tag"));
        assertThat(gap.at("/breakdown").findValuesAsText("category"))
                .containsAll(report.at("/by_team").findValuesAsText("team").stream()
                        .filter(team -> !team.equals("null"))
                        .toList());
        assertThat(run("gap", "--demo", "--by", "team").out()).contains("by tag Owner");
    }

    @Test
    void where_no_rule_names_teams_a_split_bill_says_so() throws IOException {
        Files.writeString(
                directory.resolve("stage.json"), "{\"version\":\"1.0\",\"required_tags\":[{\"name\":\"Stage\"}]}");
        ProgramRun run = run("gap", "--demo", "--policy", "stage.json", "--by", "team");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("by tag Team", "Note: no rule of the policy is about a tag named Team, Squad or Owner");
    }

    @Test
    void round_sums_and_shares_are_written_as_people_write_them() throws IOException {
        Path bill = Files.writeString(
                directory.resolve("round.csv"),
                BILL.lines().findFirst().orElseThrow() + "\n"
                        + "60,60,USD,Usage,2026-09-03T00:00:00Z,AWS,Amazon Elastic Compute Cloud,111111111111,i-0123456789abcdef1,NULL\n"
                        + "90,90,USD,Usage,2026-09-03T00:00:00Z,AWS,Amazon Elastic Compute Cloud,111111111111,i-0123456789abcdef0,"
                        + "\"{\"\"Owner\"\":\"\"team-payments\"\"}\"\n");
        String[] command = {
            "gap", "--demo", "--bill", bill.toString(), "--key", "Owner", "--from", "2026-09-01", "--to", "2026-10-01"
        };

        assertThat(run(command).out())
                .contains("60.00 of 150.00 USD are not attributed: 40 % of the total, 40 % of what could be tagged");
        assertThat(run(Stream.concat(Stream.of(command), Stream.of("--json")).toArray(String[]::new))
                        .out())
                .contains("\"total_cloud_spend\" : 150,")
                .doesNotContain("E+");
    }

    @Test
    void usage_of_services_that_nobody_knows_is_told() throws IOException {
        String head = BILL.lines().findFirst().orElseThrow() + "\n";
        String row = "5,5,USD,Usage,2026-09-03T00:00:00Z,AWS,%s,111111111111,,NULL\n";
        Path bill = directory.resolve("services.csv");
        String[] command = {"gap", "--demo", "--bill", bill.toString(), "--from", "2026-09-01", "--to", "2026-10-01"};

        Files.writeString(bill, head + row.formatted("Amazon Elastic Compute Cloud"));
        assertThat(run(command).out()).contains("D no resource id", "5.00").doesNotContain("usage without a resource");
        Files.writeString(bill, head + row.formatted("Amazon EC2") + row.formatted("Contoso Widgets"));
        assertThat(run(command).out()).contains("Note: usage without a resource counts as untaggable", "(services: 2)");
    }

    @Test
    void a_file_is_never_written_as_something_else_than_its_name_says() {
        assertThat(run("report", "--estate", "nowhere.jsonl", "--out", "report.pdf")
                        .err())
                .contains("nothing is written as .pdf here", ".html", "--format");
        assertThat(run("export", "--estate", "nowhere.jsonl", "--out", "list.txt")
                        .err())
                .contains("nothing is written as .txt here", ".xlsx");
    }

    @Test
    void a_check_says_what_comes_of_the_bill() throws IOException {
        assertThat(run("check", "--demo").out())
                .contains("those that do not comply cost ", " USD a month (effective cost");
        assertThat(run("check", "--demo", "--bill", broken()).out()).contains("costs are unknown: ");
    }

    @Test
    void r64_a_bill_that_can_not_be_read_is_unknown_and_tells_no_path() throws IOException {
        ProgramRun run = run("gap", "--demo", "--bill", broken());

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).contains("The gap is unknown").doesNotContain(directory.toString());
    }

    private String broken() throws IOException {
        return Files.writeString(directory.resolve("broken.csv"), "hello\nyou\n")
                .toString();
    }

    @Test
    void a_bill_that_is_not_there_is_a_wrong_setting_of_every_command() throws IOException {
        Files.writeString(Files.createDirectory(directory.resolve("notes")).resolve("readme.txt"), "hello");
        for (String command : List.of("gap", "check", "report", "doctor", "serve")) {
            for (String bill : List.of("nowhere.csv", "notes")) {
                ProgramRun run = run(command, "--demo", "--bill", bill);

                assertThat(run.exitCode()).as(command).isEqualTo(2);
                assertThat(run.out() + run.err())
                        .contains("the bill is", "(given: --bill " + bill + ")")
                        .doesNotContain("Exception");
            }
        }
    }

    @Test
    void a_report_is_printed_or_written_in_the_format_of_its_file() throws IOException {
        assertThat(run("report", "--demo").out()).startsWith("# Tag compliance").contains("## What to do");

        for (String name : new String[] {"report.html", "report.json", "report.csv", "report.md"}) {
            assertThat(run("report", "--demo", "--audience", "engineering", "--out", name)
                            .exitCode())
                    .isZero();
        }
        assertThat(directory.resolve("report.html")).content().startsWith("<!doctype html>");
        assertThat(directory.resolve("report.csv")).content().startsWith("section,name,value");
        assertThat(directory.resolve("report.md")).content().startsWith("# Tag compliance");
        assertThat(JSON.readTree(directory.resolve("report.json").toFile())
                        .path("audience")
                        .asText())
                .isEqualTo("engineering");
    }

    /** Who shows the report has read no warning of another command. */
    @Test
    void r64_a_report_tells_what_there_is_to_know_of_its_money_in_every_format() throws IOException {
        String day = BillingPeriod.lastClosedMonth(Instant.now()).start() + "T00:00:00Z";
        String row = ",Usage," + day + ",AWS,Amazon Elastic Compute Cloud,111111111111,i-0123456789abcdef1,NULL\n";
        Path bill = Files.writeString(
                directory.resolve("two.csv"),
                BILL.lines().findFirst().orElseThrow() + "\n5,5,USD" + row + "6,6,USD" + row + "9.99,9.99,EUR" + row);

        for (String format : List.of("markdown", "html", "csv", "json")) {
            assertThat(run("report", "--demo", "--bill", bill.toString(), "--format", format)
                            .out())
                    .as(format)
                    .contains("besides there are 9", "99 EUR", "no row has a tag", "costs in these can");
            assertThat(run("report", "--demo", "--bill", broken(), "--format", format)
                            .out())
                    .as(format)
                    .contains("neither those of FOCUS")
                    .doesNotContain("unknown of unknown");
        }
    }

    @Test
    void every_step_of_a_report_says_where_it_is_taken() {
        for (String audience : List.of("executive", "engineering")) {
            List<String> steps = run("report", "--demo", "--audience", audience)
                    .out()
                    .lines()
                    .filter(line -> line.matches("\\| \\d+ \\|.*"))
                    .toList();

            assertThat(steps).isNotEmpty().noneMatch(step -> step.endsWith("|  |"));
        }
        assertThat(run("report", "--demo").out()).contains("| each resource |");
        assertThat(run("report", "--demo", "--format", "html").out()).contains("<td>each resource</td>");
        assertThat(run("report", "--demo", "--format", "csv").out()).contains(",each resource");
    }

    @Test
    void an_export_takes_its_format_from_its_file() throws IOException {
        ProgramRun run = run("export", "--demo", "--out", "list.csv", "--severity", "errors_only");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("rows of 889 resources");
        assertThat(Files.readAllLines(directory.resolve("list.csv"))).hasSizeGreaterThan(889);
    }

    /** An estate that isn't there would be refused too, if anything were read. */
    @Test
    void a_wrong_place_is_one_line_that_says_what_to_do_before_anything_is_read() throws IOException {
        Files.createDirectory(directory.resolve("folder"));
        Map<String, String> remedies = Map.of(
                "no/such/list.csv", "make it, or name a file in one that does",
                "folder", "name a file in it",
                "folder/none/list.csv", "make it");
        for (String command : List.of("export", "report")) {
            remedies.forEach((place, remedy) -> {
                ProgramRun run = run(command, "--estate", "nowhere.jsonl", "--out", place);

                assertThat(run.exitCode()).isEqualTo(2);
                assertThat(run.err().lines())
                        .singleElement(InstanceOfAssertFactories.STRING)
                        .contains("--out: ", remedy);
            });
        }
    }

    /** Some users may write everything on a disk, but nobody what the JDK is made of. */
    @Test
    void a_file_that_may_not_be_written_is_refused() {
        Path kept = Path.of(URI.create("jrt:/java.base/module-info.class"));

        assertThatThrownBy(() -> HandoutFile.at(kept))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("--out: that file may not be written");
    }

    @Test
    void history_grows_with_each_check() {
        assertThat(run("history", "--demo").out()).contains("Trend: not enough data");
        run("check", "--demo");
        run("check", "--demo");

        ProgramRun run = run("history", "--demo", "--by", "week");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("64.4 %", "2,500 resources")
                .containsPattern("2\\d{3}-\\d\\d-\\d\\d to .*: no scan");
    }
}
