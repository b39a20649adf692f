package io.tagcompliance.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.server.ProgramRun;
import io.tagcompliance.server.ProgramRun.Setup;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuggestCommandTest {
    private static final String TABLE = "arn:aws:dynamodb:eu-central-1:104729000022:table/catalogue-prod-table-14";

    @TempDir
    Path directory;

    @Test
    void a_person_reads_value_confidence_and_evidence() {
        ProgramRun run = Setup.in(directory).run("suggest", "--demo", TABLE, "i-1");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("CostCenter = cc-1300 (at least 99.", "votes of", "not a full identifier");
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
}
