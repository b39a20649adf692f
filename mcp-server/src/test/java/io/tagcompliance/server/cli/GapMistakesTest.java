package io.tagcompliance.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.server.ProgramRun;
import io.tagcompliance.server.ProgramRun.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code gap} says to keys that are on no bill, and to bills that are wrong. */
class GapMistakesTest {
    private static final String BILL = """
            BilledCost,EffectiveCost,BillingCurrency,ChargeCategory,ChargePeriodStart,ProviderName,ServiceName,SubAccountId,ResourceId,Tags
            10.10,10.10,USD,Usage,2026-09-03T00:00:00Z,AWS,Amazon Elastic Compute Cloud,111111111111,i-0123456789abcdef0,"{""Owner"":""ann""}"
            0.90,0.90,USD,Usage,2026-09-03T00:00:00Z,AWS,Amazon Elastic Compute Cloud,111111111111,i-0123456789abcdef2,"{""Owner"":""ann""}"
            5.05,5.05,USD,Usage,2026-09-04T00:00:00Z,AWS,Amazon Elastic Compute Cloud,111111111111,i-0123456789abcdef1,NULL
            """;

    @TempDir
    Path directory;

    private ProgramRun run(String... command) {
        return Setup.in(directory).run(command);
    }

    @Test
    void a_slip_in_a_key_by_which_money_is_split_is_refused_and_a_key_that_the_policy_does_not_have_is_not() {
        ProgramRun slip = run("gap", "--demo", "--key", "Ownr");

        assertThat(slip.exitCode()).isEqualTo(2);
        assertThat(slip.err())
                .contains("--key: no row of the bill has this key", "did you mean 'Owner'?", "given: Ownr");
        assertThat(run("gap", "--demo", "--key", "owner").exitCode()).isZero();
        assertThat(run("gap", "--demo", "--key", "Nightshift").exitCode()).isZero();
    }

    @Test
    void another_name_that_the_policy_has_for_a_key_is_no_slip() throws IOException {
        Path policy = Files.writeString(directory.resolve("aliases.json"), """
                {"version": "3.0", "required_tags": [{"name": "CostCentre", "aliases": ["cost_centre"]}]}""");

        assertThat(run("gap", "--demo", "--policy", policy.toString(), "--key", "cost_centre")
                        .exitCode())
                .isZero();
        assertThat(run("gap", "--demo", "--policy", policy.toString(), "--key", "cost_centr")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void the_first_row_with_a_cost_that_is_no_number_is_told_by_its_number() throws IOException {
        Path bill = Files.writeString(directory.resolve("wrong.csv"), BILL.replace("5.05,5.05", "5.05,five"));
        ProgramRun run = run("gap", "--demo", "--bill", bill.toString(), "--from", "2026-09-01", "--to", "2026-10-01");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out())
                .contains(
                        "a row of the bill has a cost that is no number, or no day, the first in row 3 under the names");
    }

    @Test
    void of_a_bill_in_parts_no_row_is_told_for_nobody_could_find_it() throws IOException {
        Path parts = Files.createDirectory(directory.resolve("parts"));
        Files.writeString(parts.resolve("1.csv"), BILL);
        Files.writeString(parts.resolve("2.csv"), BILL.replace("5.05,5.05", "5.05,five"));
        ProgramRun run = run("gap", "--demo", "--bill", parts.toString(), "--from", "2026-09-01", "--to", "2026-10-01");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).contains("a row of the bill has a cost that is no number, or no day; without them");
    }
}
