package io.tagcompliance.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.billing.BillInFiles.Form;
import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.core.cost.BillReading;
import io.tagcompliance.core.cost.BillingPeriod;
import io.tagcompliance.core.cost.CostMetric;
import io.tagcompliance.core.spi.CostLedger;
import io.tagcompliance.testkit.ChargeRow;
import io.tagcompliance.testkit.RandomBill;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Days of times that bills write as text, with another offset than that of UTC. */
class OffsetTimesTest {
    private static final BillingPeriod MONTH = BillingPeriod.of(YearMonth.of(2026, 9));
    private static final List<String> INSIDE = List.of(
            "2026-09-01T00:00:00Z",
            "2026-09-01T01:00:00+01:00",
            "2026-08-31T20:00:00-05:00",
            "2026-08-31 19:00:00.000-05:00",
            "2026-10-01T01:00:00+02:00",
            "2026-10-01T01:59:59.999+02:00",
            "2026-10-01T01:00+02:00",
            "2026-10-01 01:30:00 +02:00",
            "2026-10-01T01:00:00+0200",
            "2026-09-30T23:00:00",
            "2026-09-30T23:59:59.999Z",
            "2026-09-30 23:00:00");
    private static final List<String> OUTSIDE = List.of(
            "2026-09-30T23:00:00-05:00",
            "2026-09-30T19:00:00.5-05:00",
            "2026-09-01T01:00:00+02:00",
            "2026-09-01 00:30:00 +02:00",
            "2026-10-01T00:00:00Z",
            "2026-10-01T02:00:00+02:00",
            "2026-08-31T23:59:59.999Z");

    /** As many rows as times, each at its time; the first column of every form is the time. */
    private static List<List<String>> rows(BillWriter writer, List<String> times) {
        ChargeRow row = RandomBill.of(7, MONTH).rows().getFirst();
        List<List<String>> rows = new ArrayList<>();
        for (String time : times) {
            List<String> cells = new ArrayList<>(writer.cells(row.costing(row.billed())));
            cells.set(0, time);
            rows.add(cells);
        }
        return rows;
    }

    private static List<String> every() {
        List<String> every = new ArrayList<>(INSIDE);
        every.addAll(OUTSIDE);
        return every;
    }

    /** How many rows a ledger counts for the month, by what they cost. */
    private static long counted(CostLedger ledger) throws InterruptedException {
        List<BigDecimal> costs = new ArrayList<>();
        BillReading reading = ledger.read(
                new BillQuery(MONTH, CostMetric.BILLED, Set.of()),
                line -> costs.add(line.cost().amount()));
        assertThat(reading).isInstanceOf(BillReading.Read.class);
        BigDecimal one = RandomBill.of(7, MONTH).rows().getFirst().billed().amount();
        long lines = costs.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divideToIntegralValue(one)
                .longValueExact();
        assertThat(((BillReading.Read) reading).facts().rows()).isEqualTo(lines);
        return lines;
    }

    @Test
    void a_charge_counts_for_the_day_of_utc_on_which_it_began() throws InterruptedException {
        for (Form form : List.of(Form.FOCUS_CSV, Form.CUR_CSV)) {
            BillWriter writer = form.isFocus() ? FocusWriter.FOCUS : CurWriter.CUR;
            for (String time : INSIDE) {
                assertThat(countedIn(form, rows(writer, List.of(time, "2026-09-15T00:00:00Z"))))
                        .as("%s, %s", form, time)
                        .isEqualTo(2);
            }
            for (String time : OUTSIDE) {
                assertThat(countedIn(form, rows(writer, List.of(time, "2026-09-15T00:00:00Z"))))
                        .as("%s, %s", form, time)
                        .isEqualTo(1);
            }
        }
    }

    private static long countedIn(Form form, List<List<String>> rows) throws InterruptedException {
        try (BillInFiles bill = new BillInFiles(form);
                CostLedger ledger = bill.written(rows)) {
            return counted(ledger);
        }
    }

    @Test
    void athena_counts_by_the_same_day() throws InterruptedException {
        try (BillInAthena bill = new BillInAthena();
                CostLedger ledger = bill.withTimesAsTexts(rows(FocusWriter.FOCUS, every()))) {
            assertThat(counted(ledger)).isEqualTo(INSIDE.size());
        }
    }

    @Test
    void athena_is_asked_for_nothing_that_only_duckdb_knows() {
        assertThat(new Column("t", "varchar").asDay())
                .contains("TIMESTAMP WITH TIME ZONE", "AT TIME ZONE 'UTC'")
                .doesNotContain("::", "regexp", "TIMESTAMPTZ");
        assertThat(new Column("t", "timestamp").asDay()).isEqualTo("CAST(\"t\" AS DATE)");
    }
}
