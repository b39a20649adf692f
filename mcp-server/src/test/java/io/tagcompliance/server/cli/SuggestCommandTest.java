package io.tagcompliance.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.server.ProgramRun;
import io.tagcompliance.server.ProgramRun.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuggestCommandTest {
    private static final String TABLE = "arn:aws:dynamodb:eu-central-1:104729000022:table/catalogue-prod-table-14";

    @TempDir
    Path directory;

    @Test
    void a_person_reads_value_confidence_and_evidence() {
        assertThat(Setup.in(directory).run("suggest", "--demo", TABLE).exitCode())
                .isZero();
        ProgramRun run = Setup.in(directory).run("suggest", "--demo", TABLE, "i-1");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).contains("CostCenter = cc-1300 (at least 99.", "votes of", "not a full identifier");
    }

    @Test
    void a_resource_that_is_not_there_and_a_key_that_is_misspelt_are_wrong_arguments() {
        for (String wrong : List.of("arn:aws:s3:::nope", "nope")) {
            assertThat(Setup.in(directory).run("suggest", "--demo", wrong).exitCode())
                    .as(wrong)
                    .isEqualTo(2);
            assertThat(Setup.in(directory)
                            .run("policy", "explain", "--demo", wrong)
                            .exitCode())
                    .as(wrong)
                    .isEqualTo(2);
        }
        ProgramRun slip = Setup.in(directory).run("suggest", "--demo", TABLE, "--tag", "Environmnt");

        assertThat(slip.exitCode()).isEqualTo(2);
        assertThat(slip.err()).contains("--tag: ", "did you mean 'Environment'?", "given: Environmnt");
        assertThat(Setup.in(directory)
                        .run("suggest", "--demo", TABLE, "--tag", "Nightshift")
                        .exitCode())
                .isZero();
    }

    /** What isn't found could be in what was not read. */
    @Test
    void where_not_all_could_be_read_nobody_knows_whether_a_resource_is_there() throws IOException {
        Path estate = Files.writeString(directory.resolve("estate.jsonl"), """
                {"resource_id":"arn:aws:sqs:eu-west-1:111111111111:a","resource_type":"sqs:queue","tags":{}}
                {"cloud":"aws","account_id":"111111111111","region":"eu-west-2","gap":"access_denied"}
                """);
        String missing = "arn:aws:sqs:eu-west-2:111111111111:b";

        for (String command : List.of("suggest", "policy explain")) {
            String[] words = (command + " " + missing + " --estate " + estate).split(" ");
            assertThat(Setup.in(directory).run(words).exitCode()).as(command).isEqualTo(3);
        }
    }

    @Test
    void json_is_the_answer_of_the_tool() {
        assertThat(Setup.in(directory)
                        .run("suggest", "--demo", "--json", "--tag", "Owner", TABLE)
                        .json()
                        .path("abstained")
                        .path(0)
                        .path("why")
                        .asText())
                .isEqualTo("already_right");
    }

    @Test
    void the_evaluation_is_a_table_that_says_how_often_it_abstained() {
        ProgramRun run = Setup.in(directory).run("suggest", "--evaluate", "--demo");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("abstained", "majority", "account", "lacking")
                .contains("CostCenter", "Environment", "Owner", "DataClass");
    }

    /** Four stacks, each of a team: without its own stack nobody can tell the team, and with it everybody can. */
    @Test
    void any_estate_file_can_be_evaluated() throws IOException {
        Path estate = directory.resolve("estate.csv");
        Files.writeString(
                estate,
                Stream.concat(
                                Stream.of("resource_id,resource_type,tag:aws:cloudformation:stack-name,tag:Owner"),
                                IntStream.range(0, 40)
                                        .mapToObj(number -> "arn:aws:sqs:eu-west-1:111111111111:q" + number
                                                + ",sqs:queue,stack-" + number % 4 + ",team-" + number % 4))
                        .collect(Collectors.joining(
                                "\n", "", "\narn:aws:sqs:eu-west-1:111111111111:x,sqs:queue,stack-3,\n")));

        ProgramRun run =
                Setup.in(directory).run("suggest", "--evaluate", "--estate", estate.toString(), "--tag", "Owner");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines().map(line -> line.strip().replaceAll(" {2,}", "|")))
                .contains(
                        "key|hidden|suggested|right|abstained|majority|account|lacking",
                        "Owner|40|40|100.0 %|0.0 %|0.0 %|0.0 %|1/1")
                .anyMatch(line -> line.startsWith("Owner|40 suggestions|sure 8") && line.endsWith("right 100.0 %"));
    }

    @Test
    void nothing_to_do_and_contradictions_are_one_clear_line() {
        assertThat(Setup.in(directory).run("suggest", "--demo").exitCode()).isEqualTo(2);
        assertThat(Setup.in(directory)
                        .run("suggest", "--demo", "--evaluate", TABLE)
                        .exitCode())
                .isEqualTo(2);
        assertThat(Setup.in(directory)
                        .run("suggest", "--demo", "--evaluate", "--json")
                        .err())
                .contains("leave --json out");
    }

    @Test
    void a_slip_in_a_key_to_be_evaluated_is_refused_and_a_key_that_nobody_has_is_not() {
        ProgramRun slip = Setup.in(directory).run("suggest", "--demo", "--evaluate", "--tag", "Ownr");

        assertThat(slip.exitCode()).isEqualTo(2);
        assertThat(slip.err()).contains("no resource has a tag 'Ownr'", "did you mean 'Owner'?");
        assertThat(Setup.in(directory)
                        .run("suggest", "--demo", "--evaluate", "--tag", "Zebra")
                        .exitCode())
                .isZero();
    }
}
