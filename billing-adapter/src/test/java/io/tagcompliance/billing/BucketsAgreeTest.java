package io.tagcompliance.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.billing.BillInFiles.Form;
import io.tagcompliance.core.attribution.CostBucket;
import io.tagcompliance.core.cost.BillingPeriod;
import io.tagcompliance.core.spi.CostLedger;
import io.tagcompliance.testkit.InMemoryLedger;
import io.tagcompliance.testkit.RandomBill;
import io.tagcompliance.testkit.Reconciliation;
import io.tagcompliance.testkit.SimulatedBill;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * For any bill, A + B + C + D + E + F = total, currencies apart, to the last digit; and each bucket is the same through every
 * form of file, through rows in memory, and in the plainest reference. Cost Explorer is held against the same bills and the
 * same reference where it is at home.
 */
class BucketsAgreeTest {
    private static final BillingPeriod PERIOD = BillingPeriod.of(YearMonth.of(2026, 9));

    /** Days of which Cost Explorer told resources. */
    private static final BillingPeriod LATELY =
            new BillingPeriod(LocalDate.of(2026, 10, 18), LocalDate.of(2026, 10, 31));

    private static final int BILLS = 40;
    private static final List<Form> FOCUS = List.of(Form.FOCUS_CSV, Form.FOCUS_PARTS, Form.FOCUS_PARQUET);
    private static final List<Form> CUR = List.of(Form.CUR_CSV, Form.CUR_PARQUET);

    private final Set<CostBucket> met = EnumSet.noneOf(CostBucket.class);

    @Test
    void the_six_buckets_add_up_and_are_the_same_every_way() throws InterruptedException {
        for (long seed = 1; seed <= BILLS; seed++) {
            RandomBill bill = RandomBill.of(seed, PERIOD);
            check(bill, InMemoryLedger.of(bill.inParts()), "seed " + seed + ", in memory");
            for (Form form : FOCUS) {
                check(bill, new BillInFiles(form), "seed " + seed + ", " + form);
            }
        }
        assertThat(met).containsExactly(CostBucket.values());
    }

    @Test
    void they_are_in_what_aws_alone_bills_too() throws InterruptedException {
        for (long seed = 1; seed <= BILLS / 3; seed++) {
            checkOfAws(RandomBill.of(seed, PERIOD).ofAws(), "seed " + seed);
            checkOfAws(
                    RandomBill.of(seed, LATELY).ofAws().withoutNegativeUsage().withSteadyTags(),
                    "seed " + seed + ", lately");
        }
        assertThat(met).containsExactly(CostBucket.values());
    }

    private void checkOfAws(RandomBill bill, String where) throws InterruptedException {
        check(bill, InMemoryLedger.of(bill.inParts()), where + ", in memory");
        check(bill, new BillInFiles(Form.FOCUS_CSV), where + ", FOCUS");
        for (Form form : CUR) {
            check(bill, new BillInFiles(form), where + ", " + form);
        }
    }

    @Test
    void they_are_through_a_table_of_athena_too() throws InterruptedException {
        for (long seed = 1; seed <= 5; seed++) {
            check(RandomBill.of(seed, PERIOD), new BillInAthena(), "seed " + seed + ", Athena");
        }
        assertThat(met).containsExactly(CostBucket.values());
    }

    private void check(RandomBill bill, SimulatedBill simulated, String where) throws InterruptedException {
        try (simulated) {
            check(bill, simulated.of(bill.rows(), bill.splits()), where);
        }
    }

    private void check(RandomBill bill, CostLedger ledger, String where) throws InterruptedException {
        met.addAll(Reconciliation.OF_EACH_BUCKET.check(bill, ledger, where));
    }
}
