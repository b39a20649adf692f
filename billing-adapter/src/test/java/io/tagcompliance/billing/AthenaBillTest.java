package io.tagcompliance.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagcompliance.billing.AthenaLab.Mood;
import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.core.cost.BillReading;
import io.tagcompliance.core.cost.BillingPeriod;
import io.tagcompliance.core.cost.CostMetric;
import io.tagcompliance.core.spi.CostLedger;
import io.tagcompliance.testkit.RandomBill;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens to a question to Athena on its way. */
@Timeout(60)
class AthenaBillTest {
    private static final BillingPeriod MONTH = BillingPeriod.of(YearMonth.of(2026, 9));

    private final BillInAthena bill = new BillInAthena();
    private final CostLedger ledger = bill.of(RandomBill.of(7, MONTH).rows());

    @AfterEach
    void close() {
        ledger.close();
        bill.close();
    }

    private BillReading read() throws InterruptedException {
        return ledger.read(new BillQuery(MONTH, CostMetric.BILLED, Set.of()), charge -> {});
    }

    @Test
    void long_answers_come_in_pages() throws InterruptedException {
        assertThat(read()).isInstanceOf(BillReading.Read.class);
        assertThat(bill.lab().actions().stream()
                        .filter("GetQueryResults"::equals)
                        .count())
                .isGreaterThan(bill.lab().actions().stream()
                        .filter("StartQueryExecution"::equals)
                        .count());
    }

    @Test
    void a_query_that_fails_is_unknown_and_its_reason_stays_where_it_is() throws InterruptedException {
        bill.lab().is(Mood.FAILING);

        assertThat(read())
                .isInstanceOfSatisfying(
                        BillReading.Unknown.class,
                        unknown -> assertThat(unknown.failure().remedy())
                                .contains("workgroup")
                                .doesNotContain("s3://"));
    }

    @Test
    void who_goes_away_is_let_go_and_the_query_is_stopped() throws InterruptedException {
        bill.lab().is(Mood.NEVER_DONE);
        Thread asker = Thread.currentThread();
        try (ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor()) {
            later.schedule(asker::interrupt, 1, TimeUnit.SECONDS);
            long start = System.nanoTime();

            assertThatThrownBy(this::read).isInstanceOf(InterruptedException.class);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(2500));
        }
        assertThatTheQueryIsStopped();
    }

    private void assertThatTheQueryIsStopped() throws InterruptedException {
        for (int look = 0; look < 50 && !bill.lab().actions().contains("StopQueryExecution"); look++) {
            Thread.sleep(50);
        }
        assertThat(bill.lab().actions()).contains("StopQueryExecution");
    }

    @Test
    void a_query_that_takes_too_long_is_stopped_and_the_bill_is_unknown() throws InterruptedException {
        bill.takesAtMost(Duration.ofSeconds(2));
        bill.lab().is(Mood.NEVER_DONE);
        long start = System.nanoTime();
        try (CostLedger impatient = bill.of(RandomBill.of(7, MONTH).rows())) {
            BillReading reading = impatient.read(new BillQuery(MONTH, CostMetric.BILLED, Set.of()), charge -> {});

            assertThat(reading)
                    .isInstanceOfSatisfying(
                            BillReading.Unknown.class,
                            unknown -> assertThat(unknown.failure().remedy())
                                    .contains("longer than 2 seconds", "stopped", "ask again later"));
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(20));
            assertThatTheQueryIsStopped();
        }
    }

    @Test
    void a_query_may_take_ten_minutes_where_nothing_else_is_said() {
        assertThat(AthenaBill.LONGEST).isEqualTo(Duration.ofMinutes(10));
    }
}
