package io.tagcompliance.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagcompliance.server.ProgramRun;
import io.tagcompliance.server.ProgramRun.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandsTest {
    private static final String TIDY = "{\"resource_id\":\"arn:aws:sqs:eu-west-1:111111111111:%s\","
            + "\"resource_type\":\"sqs:queue\",\"tags\":{\"Environment\":\"test\",\"Owner\":\"me\",\"CostCenter\":\"1\"}}\n";
    private static final String UNTAGGED = "{\"resource_id\":\"arn:aws:sqs:eu-west-1:111111111111:%s\","
            + "\"resource_type\":\"sqs:queue\",\"tags\":{}}\n";
    private static final String GAP =
            "{\"cloud\":\"aws\",\"account_id\":\"111111111111\",\"region\":\"eu-west-2\",\"gap\":\"access_denied\"}\n";

    @TempDir
    Path directory;

    @Test
    void demo_shows_score_worst_parts_questions_and_how_to_connect() {
        ProgramRun run = Setup.in(directory).run("demo");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("Tag compliance 64.4 %", "2,500 resources", "Types with", "Accounts with", "Tags that")
                .contains("Ask next", "claude_desktop_config.json", "\"mcpServers\"")
                .doesNotContain("\u001B");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void demo_json_prints_the_answer_of_the_tool() {
        JsonNode answer = Setup.in(directory).run("demo", "--json").json();

        assertThat(answer.path("compliance_score").asDouble()).isEqualTo(0.6444);
        assertThat(answer.path("policy").path("source").asText()).isEqualTo("the demo's own policy");
    }

    @ParameterizedTest
    @CsvSource({"0.5,0", "0.51,1"})
    void a_score_under_the_bar_ends_with_1(String bar, int code) throws IOException {
        Path estate = estate(TIDY.formatted("a") + UNTAGGED.formatted("b"));

        assertThat(check(estate, "--fail-under", bar).exitCode()).isEqualTo(code);
    }

    @Test
    void who_reads_only_the_errors_of_a_pipeline_sees_why_it_is_red() throws IOException {
        Path estate = estate(TIDY.formatted("a") + UNTAGGED.formatted("b"));

        assertThat(check(estate, "--fail-under", "0.51").err())
                .isEqualTo("tag-compliance: a score of 50 % (1 of 2) is under --fail-under 0.51 (51 %)"
                        + System.lineSeparator());
        assertThat(check(estate, "--fail-under", "0.5").err()).isEmpty();
    }

    @Test
    void a_slip_in_the_name_of_a_command_or_an_option_is_told_with_what_was_meant() {
        assertThat(Setup.in(directory).run("chek", "--demo").err()).contains("did you mean", "check");
        assertThat(Setup.in(directory).run("check", "--estat", "x").err()).contains("did you mean", "--estate");
    }

    @Test
    void a_check_says_how_many_warnings_its_policy_has_and_where_they_are_told() throws IOException {
        Path estate = estate(TIDY.formatted("a"));
        Path policy = Files.writeString(
                directory.resolve("p.json"),
                "{\"version\":\"1.0\",\"required_tags\":[{\"name\":\"A\",\"applies_to\":[\"ec2:instanse\"]}]}");
        String told = "  the policy has warnings (1): policy validate tells them";

        assertThat(check(estate, "--policy", policy.toString()).out()).contains(told);
        assertThat(Setup.in(directory)
                        .run("policy", "validate", policy.toString())
                        .err())
                .contains("did you mean 'ec2:instance'?");
        assertThat(check(estate).out()).doesNotContain("warnings");
    }

    @Test
    void what_could_not_be_read_ends_with_3_and_beats_the_bar() throws IOException {
        Path estate = estate(TIDY.formatted("a") + GAP);
        ProgramRun run = check(estate, "--fail-under", "0.1");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).contains("unknown: not everything could be read (100.0 % of what was read)", "Not read");
    }

    @Test
    void an_estate_without_a_score_never_passes_a_bar() throws IOException {
        Path estate = estate(UNTAGGED.formatted("a"));
        Path policy = Files.writeString(
                directory.resolve("p.json"),
                "{\"version\":\"1.0\",\"required_tags\":[{\"name\":\"A\",\"applies_to\":[\"rds:db\"]}]}");

        assertThat(check(estate, "--policy", policy.toString()).exitCode()).isZero();
        assertThat(check(estate, "--policy", policy.toString(), "--fail-under", "0")
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    void an_option_with_a_value_that_is_not_allowed_ends_with_2_and_says_what_is_near() {
        ProgramRun run = Setup.in(directory).run("check", "--demo", "--type", "ec2:instanc");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("tag-compliance: --type: not one of the allowed values; did you mean 'ec2:instance'?")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "check --demo --region eu-wst-1|2|did you mean 'eu-west-1'?",
                "check --demo --account 104729000012|2|did you mean '104729000011'?",
                "check --demo --fail-under 2|2|--fail-under must be a number from 0 to 1",
                "check --demo --estate x.csv|2|--demo is made up and stands alone",
                "check --estate nowhere.csv|2|nowhere.csv",
                "check --demo --policy nowhere.json|2|can't be read",
                "check --clouds awz|2|did you mean aws?",
                "check --clouds file|2|set estate",
                "check --clouds demo,aws|2|can't be mixed",
                "check --aws-regions eu-wst-1 --clouds aws|2|did you mean eu-west-1?",
                "check --config nowhere.yaml|2|settings file nowhere.yaml can't be read",
                "check --nonsense|2|Unknown option",
                "tool no_such_tool|2|no such tool",
                "tool chek_tag_compliance --demo|2|did you mean check_tag_compliance?",
                "tool check_tag_compliance {broken|2|not valid JSON",
                "tool check_tag_compliance {\"limt\":1} --demo|2|did you mean 'limit'?",
                "tool check_tag_compliance {\"limit\":\"1\"} --demo|2|limit: must be a whole number from 1 to 100",
                "tool check_tag_compliance {\"filters\":{\"account_id\":104729000011}} --demo|2|quotation marks",
                "nonsense|2|Unmatched argument",
                "policy validate nowhere.json|2|can't be read",
            })
    void bad_input_is_one_clear_line(String command, int code, String words) {
        ProgramRun run = Setup.in(directory).run(command.split(" "));

        assertThat(run.exitCode()).isEqualTo(code);
        assertThat(run.err()).contains(words).hasLineCount(1);
        assertThat(run.err()).doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gap --by teams|--by: not one of the allowed values; did you mean 'team'? (given: teams; allowed: service,",
                "gap --from 1.9.2026 --to 2026-10-01|--from: must be a day",
                "gap --from 2026-09-01 --to soon|--to: must be a day",
                "gap --from 2026-09-01|--from and --to: both days are needed",
                "gap --metric net|--metric: not one of",
                "check --cloud awz|--cloud: not one of",
                "check --region eu-wst-1|--region: ",
                "check --account 104729000012|--account: ",
                "check --severity all_of_them|--severity: not one of",
                "history --days 0|--days: must be",
                "history --by hour|--by: not one of",
                "report --audience nobody|--audience: not one of",
                "export --out list.csv --column colour|--column: ",
            })
    void a_refusal_names_the_option_that_was_typed(String command, String words) {
        ProgramRun run = Setup.in(directory).run((command + " --demo").split(" "));

        assertThat(run.err()).startsWith("tag-compliance: " + words).hasLineCount(1);
    }

    @Test
    void a_tool_by_its_own_name_keeps_the_names_of_its_arguments() {
        assertThat(Setup.in(directory)
                        .run("tool", "get_cost_attribution_gap", "{\"grouping\":\"by_teams\"}", "--demo")
                        .err())
                .startsWith("tag-compliance: grouping: not one of the allowed values; did you mean 'by_team'?");
    }

    @Test
    void a_wrong_estate_file_ends_with_2_and_names_the_line() throws IOException {
        ProgramRun run = check(estate(TIDY.formatted("a") + "{\"resource_id\":\n"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("estate.jsonl", "line 2").hasLineCount(1);
    }

    @Test
    void a_wrong_estate_file_shows_ten_problems_and_counts_the_rest() throws IOException {
        Path estate = estate(TIDY.formatted("a") + "7\n".repeat(12));

        assertThat(check(estate).err().lines())
                .hasSize(12)
                .startsWith(
                        "tag-compliance: estate estate.jsonl has 12 problems (given: --estate " + estate + ")",
                        "  line 2: no JSON object; write one a line")
                .endsWith("  and 2 more");
    }

    @Test
    void policy_validate_says_every_problem_with_its_path() throws IOException {
        Path policy = Files.writeString(
                directory.resolve("p.json"),
                "{\"version\":\"9\",\"required_tags\":[{\"name\":\"A\",\"severty\":\"error\",\"aliases\":[\"\"]}]}");
        ProgramRun run = Setup.in(directory).run("policy", "validate", policy.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains(
                        "$.version",
                        "$.required_tags[0].severty",
                        "did you mean 'severity'?",
                        "$.required_tags[0].aliases")
                .hasLineCount(3);
    }

    @Test
    void a_list_may_come_as_a_text_of_json() {
        JsonNode answer = Setup.in(directory)
                .tool("check_tag_compliance", "{\"resource_types\":\"[\\\"ec2:volume\\\"]\"}", "--demo");

        assertThat(answer.path("total_resources").asInt()).isEqualTo(375);
    }

    @Test
    void times_are_told_to_the_millisecond_and_no_finer() throws IOException {
        Path estate = estate(UNTAGGED.formatted("a"));

        assertThat(check(estate, "--json").json().path("as_of").asText()).matches("[0-9-]+T[0-9:]+(\\.[0-9]{3})?Z");
        assertThat(check(estate).out()).containsPattern("as of [0-9-]+T[0-9:]+(\\.[0-9]{3})?Z\n");
    }

    @Test
    void all_lists_every_violation_uncut() {
        JsonNode answer =
                Setup.in(directory).run("check", "--demo", "--json", "--all").json();

        assertThat(answer.path("violations"))
                .hasSize(answer.path("resources_with_listed_violations").asInt());
        assertThat(answer.path("next_cursor").isNull()).isTrue();
    }

    @Test
    void no_credentials_is_an_answer_with_that_gap_and_ends_with_3() {
        ProgramRun run = Setup.in(directory).run("check", "--clouds", "aws", "--aws-regions", "eu-west-1");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).contains("unauthenticated", "AWS_");
    }

    @Test
    void doctor_says_what_is_in_place_and_what_is_lacking() throws IOException {
        assertThat(Setup.in(directory).run("doctor", "--demo").out())
                .contains("ok      JDK", "ok      data directory", "ok      policy", "everything in scope can be read");

        ProgramRun lacking = Setup.in(directory)
                .run("doctor", "--estate", estate(TIDY.formatted("a") + GAP).toString());

        assertThat(lacking.exitCode()).isEqualTo(3);
        assertThat(lacking.out()).contains("LACKING can't read");
    }

    @Test
    void config_shows_every_setting_and_its_origin() {
        ProgramRun run =
                Setup.in(directory).with("TAG_COMPLIANCE_CACHE_MINUTES", "5").run("config", "--demo");

        assertThat(run.out())
                .containsPattern("clouds\\s+demo\\s+flag")
                .containsPattern("cache_minutes\\s+5\\s+environment")
                .containsPattern("deadline_seconds\\s+45\\s+default");
    }

    private ProgramRun check(Path estate, String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "check";
        arguments[1] = "--estate";
        arguments[2] = estate.toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return Setup.in(directory).run(arguments);
    }

    private Path estate(String lines) throws IOException {
        return Files.writeString(directory.resolve("estate.jsonl"), lines);
    }
}
