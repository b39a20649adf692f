package io.tagcompliance.aws;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.attribution.AttributionRequest;
import io.tagcompliance.core.attribution.CostAttribution;
import io.tagcompliance.core.attribution.CostBucket;
import io.tagcompliance.core.attribution.CurrencyShare;
import io.tagcompliance.core.cost.BillingPeriod;
import io.tagcompliance.core.cost.Charge;
import io.tagcompliance.core.cost.ChargeKind;
import io.tagcompliance.core.cost.CostMetric;
import io.tagcompliance.core.cost.Money;
import io.tagcompliance.core.spi.CostLedger;
import io.tagcompliance.testkit.ChargeRow;
import io.tagcompliance.testkit.PlainAttribution;
import io.tagcompliance.testkit.RandomBill;
import io.tagcompliance.testkit.Reconciliation;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The buckets of bills that Cost Explorer tells are those of the plainest reference. */
@Timeout(120)
class CostExplorerBucketsTest {
    private static final PlainAttribution PLAIN =
            new PlainAttribution(Map.of("CostCenter", Set.of("cc-1", "cc-2"), "Owner", Set.of()));

    private static final BillingPeriod MONTH = BillingPeriod.of(YearMonth.of(2026, 9));

    /** Usage that names no resource names no account either, which could hand something on. */
    private static final Set<CostBucket> WITH_RESOURCES =
            EnumSet.of(CostBucket.INHERITED, CostBucket.NO_RESOURCE_ID, CostBucket.UNTAGGABLE);

    /** Nor does any usage where resources aren't told, or not for sure. */
    private static final Set<CostBucket> WITHOUT_RESOURCES = EnumSet.of(
            CostBucket.INHERITED, CostBucket.ACTIONABLE_GAP, CostBucket.NO_RESOURCE_ID, CostBucket.UNTAGGABLE);

    private final CostLab lab = new CostLab();

    @AfterEach
    void close() {
        lab.close();
    }

    /** The six buckets, those that Cost Explorer can't tell apart as one. */
    private static Map<String, BigDecimal> told(Map<CostBucket, BigDecimal> buckets) {
        BigDecimal gap = Stream.of(CostBucket.ACTIONABLE_GAP, CostBucket.NO_RESOURCE_ID, CostBucket.UNTAGGABLE)
                .map(buckets::get)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Map.of(
                "A", plain(buckets.getOrDefault(CostBucket.DIRECT, BigDecimal.ZERO)),
                "C+D+E", plain(gap),
                "F", plain(buckets.getOrDefault(CostBucket.NOT_USAGE, BigDecimal.ZERO)));
    }

    private static BigDecimal plain(BigDecimal amount) {
        return amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    }

    private static Map<String, BigDecimal> told(CurrencyShare share) {
        Map<CostBucket, BigDecimal> buckets = new EnumMap<>(CostBucket.class);
        share.buckets().forEach((bucket, money) -> buckets.put(bucket, money.amount()));
        return told(buckets);
    }

    @Test
    void the_buckets_are_those_of_the_plainest_reference() throws InterruptedException {
        for (List<Currency> currencies : List.of(List.of(LabBills.USD), List.of(LabBills.USD, LabBills.EUR))) {
            for (long seed = 1; seed <= 15; seed++) {
                List<ChargeRow> rows = LabBills.of(seed, CostLab.PERIOD, currencies);
                lab.costs().bill(rows);
                for (CostMetric metric : CostMetric.values()) {
                    CostAttribution.Known known = (CostAttribution.Known) lab.attribution(
                            AttributionRequest.ofLastMonth()
                                    .over(CostLab.PERIOD)
                                    .of(metric),
                            lab.ledger(CostLab.PLENTY));

                    Map<Currency, Map<CostBucket, BigDecimal>> expected = PLAIN.split(rows, metric);
                    assertThat(known.shares()).hasSize(expected.size()).allSatisfy(share -> {
                        assertThat(share.reconciles()).isTrue();
                        assertThat(told(share)).isEqualTo(told(requireNonNull(expected.get(share.currency()))));
                    });
                }
            }
        }
    }

    @Test
    void bills_that_files_tell_have_the_same_buckets_here_but_for_what_nobody_names() throws InterruptedException {
        for (long seed = 1; seed <= 13; seed++) {
            RandomBill bill = RandomBill.of(seed, MONTH).ofAws();
            assertAgree(bill, EnumSet.allOf(CostBucket.class), "seed " + seed);
            assertAgree(bill.withoutNegativeUsage(), WITHOUT_RESOURCES, "seed " + seed + ", nothing taken back");
        }
    }

    @Test
    void the_same_of_the_last_days_tells_more() throws InterruptedException {
        lab.costs().tellResourcesSince(LabUsage.OLDEST);
        for (long seed = 1; seed <= 13; seed++) {
            RandomBill bill = RandomBill.of(seed, LabUsage.LATELY).ofAws().withoutNegativeUsage();
            assertAgree(bill, WITHOUT_RESOURCES, "seed " + seed + ", lately");
            assertAgree(bill.withSteadyTags(), WITH_RESOURCES, "seed " + seed + ", lately, with steady tags");
        }
    }

    private void assertAgree(RandomBill bill, Set<CostBucket> untold, String where) throws InterruptedException {
        lab.costs().bill(bill.inWholes());
        new Reconciliation(untold).check(bill, lab.ledger(CostLab.PLENTY), where);
    }

    @Test
    void the_parts_of_what_is_no_usage_are_told_apart() throws InterruptedException {
        List<ChargeRow> rows = LabBills.of(3, CostLab.PERIOD, List.of(LabBills.USD));
        lab.costs().bill(rows);

        CurrencyShare share =
                ((CostAttribution.Known) lab.attribution()).shares().getFirst();

        for (ChargeKind kind : ChargeKind.values()) {
            BigDecimal expected = rows.stream()
                    .filter(row -> row.kind() == kind && kind != ChargeKind.USAGE)
                    .map(row -> row.effective().amount())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(share.parts()
                            .notUsage()
                            .getOrDefault(kind, Money.zero(LabBills.USD))
                            .amount())
                    .as("%s", kind)
                    .isEqualByComparingTo(expected);
        }
    }

    @Test
    void three_keys_are_split_to_the_last_row() throws InterruptedException {
        List<ChargeRow> rows = LabBills.of(5, CostLab.PERIOD, List.of(LabBills.USD));
        lab.costs().bill(rows);
        List<Charge> lines = new ArrayList<>();

        try (CostLedger ledger = lab.ledger(CostLab.PLENTY)) {
            ledger.read(CostLab.query("CostCenter", "Owner", "Stage"), lines::add);
        }

        for (ChargeRow row :
                rows.stream().filter(one -> one.kind() == ChargeKind.USAGE).toList()) {
            assertThat(sum(lines.stream()
                            .filter(line -> line.kind() == ChargeKind.USAGE && alike(row, line))
                            .map(line -> line.cost().amount())))
                    .isEqualByComparingTo(sum(rows.stream()
                            .filter(other -> other.kind() == ChargeKind.USAGE && alike(row, other))
                            .map(other -> other.effective().amount())));
        }
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean alike(ChargeRow row, Charge line) {
        return row.place().service().equals(line.place().service())
                && Stream.of("CostCenter", "Owner", "Stage")
                        .allMatch(
                                key -> row.tags().value(key).equals(line.tags().value(key)));
    }

    private static boolean alike(ChargeRow row, ChargeRow other) {
        return row.place().service().equals(other.place().service())
                && Stream.of("CostCenter", "Owner", "Stage")
                        .allMatch(
                                key -> row.tags().value(key).equals(other.tags().value(key)));
    }
}
