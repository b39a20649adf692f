package io.tagcompliance.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.cost.BillingPeriod;
import io.tagcompliance.server.ProgramRun;
import io.tagcompliance.server.ProgramRun.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong, {@code doctor} says so and goes on with the rest. */
class DoctorTest {
    @TempDir
    Path directory;

    @Test
    void a_new_installation_has_no_trail_yet() {
        ProgramRun run = Setup.in(directory).run("doctor", "--demo");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("ok      audit trail: none yet; the first call begins one");
    }

    @Test
    void a_trail_is_read_to_its_end() {
        Setup.in(directory).run("check", "--demo");

        assertThat(Setup.in(directory).run("doctor", "--demo").out()).contains("ok      audit trail intact: 2 records");
    }

    @Test
    void r69_a_damaged_trail_is_lacking_with_its_place_and_what_to_do() throws IOException {
        Setup.in(directory).run("check", "--demo");
        Files.writeString(directory.resolve("data/audit.db"), "hello");
        ProgramRun run = Setup.in(directory).run("doctor", "--demo");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out())
                .contains("LACKING the audit trail (audit.db) is damaged; move the file away", "(in " + data() + ")")
                .contains("everything in scope can be read");
    }

    @Test
    void r70_a_lost_trail_is_lacking() throws IOException {
        Setup.in(directory).run("check", "--demo");
        Files.delete(directory.resolve("data/audit.db"));
        ProgramRun run = Setup.in(directory).run("doctor", "--demo");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).contains("LACKING audit trail LOST", "put it back from a backup");
        assertThat(Files.exists(directory.resolve("data/audit.db"))).isFalse();
    }

    @Test
    void a_wrong_setting_is_a_line_and_the_others_are_looked_at() {
        ProgramRun run = Setup.in(directory)
                .with("TAG_COMPLIANCE_CACHE_MINUTES", "abc")
                .with("TAG_COMPLIANCE_POLCY", "x")
                .run("doctor", "--demo");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out())
                .contains("LACKING unknown setting: environment variable TAG_COMPLIANCE_POLCY")
                .contains("LACKING cache_minutes must be a whole number from 0 to 1440"
                        + " (given: TAG_COMPLIANCE_CACHE_MINUTES=abc)")
                .contains("ok      JDK", "ok      data directory", "ok      policy", "everything in scope can be read");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void a_wrong_policy_estate_and_data_directory_are_each_a_line() throws IOException {
        Files.writeString(directory.resolve("policy.json"), "{}");
        Files.writeString(directory.resolve("taken"), "");
        ProgramRun run = Setup.in(directory)
                .run("doctor", "--policy", "policy.json", "--estate", "none.csv", "--data-dir", "taken/data");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out())
                .contains("ok      JDK", "LACKING data_dir", "LACKING estate none.csv", "LACKING policy")
                .doesNotContain("ok      policy", "AWS");
    }

    @Test
    void warnings_on_a_policy_are_counted() throws IOException {
        Files.writeString(
                directory.resolve("policy.json"),
                "{\"version\":\"1.0\",\"required_tags\":[{\"name\":\"Owner\",\"applies_to\":[\"rds:dbs\"]}]}");

        assertThat(Setup.in(directory)
                        .run("doctor", "--demo", "--policy", "policy.json")
                        .out())
                .contains("ok      policy version 1.0", "with warnings (1): policy validate tells them");
    }

    @Test
    void where_the_clouds_are_wrong_none_is_asked() {
        ProgramRun run = Setup.in(directory).run("doctor", "--clouds", "awz");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out())
                .contains("LACKING unknown value of clouds; did you mean aws? (given: --clouds awz)", "ok      policy")
                .doesNotContain("aws:");
    }

    @Test
    void a_settings_file_that_cannot_be_read_is_a_line() throws IOException {
        Files.writeString(directory.resolve("tag-compliance.yaml"), "clouds: [aws\n");
        ProgramRun run = Setup.in(directory).run("doctor", "--demo");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out())
                .contains("LACKING settings file tag-compliance.yaml is not valid YAML")
                .contains("everything in scope can be read");
    }

    @Test
    void the_bill_is_told_with_its_form_its_days_and_whether_it_names_resources() {
        assertThat(Setup.in(directory).run("doctor", "--demo").out())
                .containsPattern(
                        "ok      bill: FOCUS [^\n]*, [0-9,]+ charges from [0-9-]+ to [0-9-]+ \\(exclusive\\), the last"
                                + " on [0-9-]+, [0-9,]+ resources with usage");
    }

    @Test
    void a_bill_that_names_no_resource_is_told_with_what_to_do() throws IOException {
        ProgramRun run = Setup.in(directory).run("doctor", "--demo", "--bill", bill("", ""));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("1 charges", "what each resource costs stays unknown", "export with resource ids does");
    }

    @Test
    void resources_are_counted_that_somebody_answers_for_too() throws IOException {
        String tidy =
                bill("arn:aws:ec2:eu-west-1:111111111111:instance/i-0123456789abcdef0", "{\"\"Owner\"\":\"\"a\"\"}");

        assertThat(Setup.in(directory).run("doctor", "--demo", "--bill", tidy).out())
                .contains("1 charges", "1 resources with usage");
    }

    /** A FOCUS export of one charge in the last closed month. */
    private String bill(String resource, String tags) throws IOException {
        String day = BillingPeriod.lastClosedMonth(Instant.now()).start() + "T00:00:00Z";
        return Files.writeString(directory.resolve("focus.csv"), """
                BilledCost,EffectiveCost,BillingCurrency,ChargeCategory,ChargePeriodStart,ProviderName,ServiceName,\
                SubAccountId,ResourceId,Tags
                1,1,USD,Usage,%s,AWS,Amazon EC2,111111111111,%s,"%s"
                """.formatted(day, resource, tags))
                .toString();
    }

    @Test
    void a_bill_that_can_not_be_read_is_lacking_and_says_what_to_do() throws IOException {
        String bill =
                Files.writeString(directory.resolve("list.csv"), "a,b\n1,2\n").toString();
        ProgramRun run = Setup.in(directory).run("doctor", "--demo", "--bill", bill);

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).contains("LACKING bill: ", "everything in scope can be read");
    }

    @Test
    void without_a_bill_or_with_one_that_costs_money_none_is_read() throws IOException {
        String estate = Files.writeString(
                        directory.resolve("estate.jsonl"),
                        "{\"resource_id\":\"arn:aws:sqs:eu-west-1:111111111111:a\",\"resource_type\":\"sqs:queue\"}\n")
                .toString();

        assertThat(Setup.in(directory).run("doctor", "--estate", estate).out())
                .contains("ok      bill: none is set", "TAG_COMPLIANCE_BILL");
        assertThat(Setup.in(directory)
                        .run("doctor", "--estate", estate, "--bill", "cost_explorer")
                        .out())
                .contains("ok      bill: Cost Explorer is set, and not asked here");
    }

    /** A check would ask a bill that has to be paid for, and go into the history. */
    @Test
    void it_looks_and_leaves_nothing_behind() {
        ProgramRun run = Setup.in(directory).run("doctor", "--demo");

        assertThat(run.out()).contains("everything in scope can be read");
        assertThat(data()).isEmptyDirectory();
    }

    private Path data() {
        return directory.resolve("data");
    }
}
