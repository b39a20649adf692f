package io.tagcompliance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.core.cost.BillReading;
import io.tagcompliance.core.cost.Charge;
import io.tagcompliance.core.cost.ChargeKind;
import io.tagcompliance.core.cost.Charged;
import io.tagcompliance.core.cost.CostMetric;
import io.tagcompliance.core.cost.Money;
import io.tagcompliance.core.spi.CostLedger;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The guarantees of {@link CostLedger}, by their numbers. An adapter extends this, and gives its bill. */
public abstract class CostLedgerContract {
    @SuppressWarnings("NullAway.Init") // set before each test
    private SimulatedBill bill;

    /** A bill that holds nothing yet. */
    protected abstract SimulatedBill bill();

    @BeforeEach
    void open() {
        bill = bill();
    }

    @AfterEach
    void close() {
        bill.close();
    }

    /** What a reading gave. */
    private record Given(BillReading reading, List<Charge> lines) {
        static Given of(CostLedger ledger, CostMetric metric) throws InterruptedException {
            List<Charge> lines = new ArrayList<>();
            BillReading reading =
                    ledger.read(new BillQuery(ContractBill.PERIOD, metric, ContractBill.KEYS), lines::add);
            return new Given(reading, lines);
        }

        BigDecimal sum() {
            return lines.stream().map(line -> line.cost().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    private Given read(List<ChargeRow> rows) throws InterruptedException {
        return read(rows, CostMetric.EFFECTIVE);
    }

    private Given read(List<ChargeRow> rows, CostMetric metric) throws InterruptedException {
        try (CostLedger ledger = bill.of(rows)) {
            return Given.of(ledger, metric);
        }
    }

    @Test
    void g01_every_row_counts_once_whatever_it_is_for() throws InterruptedException {
        List<ChargeRow> rows = ContractBill.ofEveryKind();
        for (CostMetric metric : CostMetric.values()) {
            Map<ChargeKind, BigDecimal> expected = rows.stream()
                    .collect(Collectors.toMap(
                            ChargeRow::kind, row -> row.cost(metric).amount(), BigDecimal::add));

            Given given = read(rows, metric);

            Map<ChargeKind, BigDecimal> sums = given.lines().stream()
                    .collect(Collectors.toMap(Charge::kind, line -> line.cost().amount(), BigDecimal::add));
            expected.forEach((kind, sum) -> assertThat(sums.getOrDefault(kind, BigDecimal.ZERO))
                    .as("%s %s", metric, kind)
                    .isEqualByComparingTo(sum));
        }
    }

    @Test
    void g02_sums_are_exact_to_the_last_digit() throws InterruptedException {
        List<ChargeRow> rows = new ArrayList<>();
        for (int day = 1; day <= 28; day++) {
            rows.add(ContractBill.usage(day, "i-0123456789abcdef0", "0.1"));
            rows.add(ContractBill.usage(day, "i-0123456789abcdef0", "0.0000000007"));
            rows.add(ContractBill.usage(day, "i-0123456789abcdef0", "123456.789012"));
        }

        Given given = read(rows);

        assertThat(given.sum()).isEqualByComparingTo("3456792.8923360196");
        assertThat(totals(given)).containsExactly("3456792.8923360196 USD");
    }

    private static List<String> totals(Given given) {
        return ((BillReading.Read) given.reading())
                .facts().totals().stream()
                        .map(total -> total.amount().stripTrailingZeros().toPlainString() + " " + total.currency())
                        .toList();
    }

    @Test
    void g03_amounts_of_two_currencies_are_never_added() throws InterruptedException {
        ChargeRow dollars = ContractBill.usage(3, "i-0123456789abcdef0", "10");
        ChargeRow euros = dollars.costing(new Money(new BigDecimal("7"), ContractBill.EUR));

        Given given = read(List.of(dollars, euros));

        assertThat(given.lines().stream()
                        .map(line -> line.cost().amount().stripTrailingZeros().toPlainString()
                                + line.cost().currency()))
                .containsExactlyInAnyOrder("10USD", "7EUR");
        assertThat(totals(given)).containsExactlyInAnyOrder("10 USD", "7 EUR");
    }

    @Test
    void g04_no_line_adds_up_rows_of_both_signs() throws InterruptedException {
        Given given = read(List.of(
                ContractBill.usage(3, "i-0123456789abcdef0", "10"),
                ContractBill.usage(4, "i-0123456789abcdef0", "-4")));

        assertThat(given.lines().stream().map(line -> line.cost().amount().intValueExact()))
                .containsExactlyInAnyOrder(10, -4);
    }

    @Test
    void g05_tags_keep_every_byte_and_other_tags_are_other_lines() throws InterruptedException {
        List<ChargeRow> rows = ContractBill.withAwkwardTags();

        Given given = read(rows);

        assertThat(given.lines().stream().map(line -> line.tags().asMap()).collect(Collectors.toSet()))
                .isEqualTo(rows.stream().map(row -> row.tags().asMap()).collect(Collectors.toSet()));
    }

    @Test
    void g06_a_split_cost_counts_once() throws InterruptedException {
        ChargeRow whole = ContractBill.usage(3, "i-0123456789abcdef0", "10");
        List<ChargeRow> parts = List.of(
                ContractBill.usage(3, "arn:aws:eks:eu-west-1:111111111111:pod/one", "6.5"),
                ContractBill.usage(3, "arn:aws:eks:eu-west-1:111111111111:pod/two", "3.5"));
        try (CostLedger ledger = bill.of(List.of(), List.of(new SplitRow(whole, parts)))) {
            Given given = Given.of(ledger, CostMetric.EFFECTIVE);

            assertThat(given.sum()).isEqualByComparingTo("10");
            assertThat(totals(given)).containsExactly("10 USD");
        }
    }

    @Test
    void g07_only_days_of_the_period_count() throws InterruptedException {
        ChargeRow inside = ContractBill.usage(1, "i-0123456789abcdef0", "1");
        ChargeRow last = ContractBill.usage(30, "i-0123456789abcdef0", "2");

        Given given = read(List.of(
                inside,
                last,
                ContractBill.on(ContractBill.PERIOD.start().minusDays(1), inside),
                ContractBill.on(ContractBill.PERIOD.end(), inside)));

        assertThat(given.sum()).isEqualByComparingTo("3");
        assertThat(((BillReading.Read) given.reading()).facts().lastDay()).isEqualTo(last.day());
    }

    @Test
    void g08_a_period_without_charges_is_unknown() throws InterruptedException {
        ChargeRow before = ContractBill.on(
                ContractBill.PERIOD.start().minusDays(1), ContractBill.usage(1, "i-0123456789abcdef0", "1"));

        assertThat(read(List.of(before)).reading()).isInstanceOf(BillReading.Unknown.class);
    }

    @Test
    void g09_a_bill_that_can_not_be_read_is_unknown_and_its_place_stays_a_secret() throws InterruptedException {
        try (CostLedger ledger = bill.unreadable()) {
            BillReading reading = Given.of(ledger, CostMetric.EFFECTIVE).reading();

            assertThat(reading).isInstanceOfSatisfying(BillReading.Unknown.class, unknown -> {
                assertThat(unknown.failure().remedy()).isNotBlank().doesNotContain(bill.place());
                assertThat(unknown.failure().operation()).doesNotContain(bill.place());
            });
        }
    }

    @Test
    void g10_many_threads_read_the_same() throws Exception {
        try (CostLedger ledger = bill.of(ContractBill.withManyTagSets());
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            Callable<BigDecimal> sum =
                    () -> Given.of(ledger, CostMetric.EFFECTIVE).sum().stripTrailingZeros();
            List<Future<BigDecimal>> sums = threads.invokeAll(
                    IntStream.range(0, 16).mapToObj(call -> sum).toList());

            Set<BigDecimal> different = new HashSet<>();
            for (Future<BigDecimal> one : sums) {
                different.add(one.get());
            }
            assertThat(different).hasSize(1);
        }
    }

    @Test
    void g11_after_it_is_closed_it_refuses() {
        CostLedger ledger = bill.of(List.of(ContractBill.usage(1, "i-0123456789abcdef0", "1")));
        ledger.close();
        ledger.close();

        assertThatIllegalStateException().isThrownBy(() -> Given.of(ledger, CostMetric.EFFECTIVE));
    }

    @Test
    void g12_it_says_whether_its_lines_name_resources() throws InterruptedException {
        try (CostLedger ledger = bill.of(ContractBill.withManyTagSets())) {
            List<Charge> lines = Given.of(ledger, CostMetric.EFFECTIVE).lines();

            assertThat(lines.stream().anyMatch(line -> line.what() instanceof Charged.OfResource))
                    .isEqualTo(ledger.namesResources());
        }
    }
}
