package io.tagcompliance.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.attribution.AttributionRequest;
import io.tagcompliance.core.attribution.CostAttribution;
import io.tagcompliance.core.attribution.CostBucket;
import io.tagcompliance.core.attribution.CurrencyShare;
import io.tagcompliance.core.cost.BillFacts;
import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.core.cost.BillReading;
import io.tagcompliance.core.cost.BillingPeriod;
import io.tagcompliance.core.cost.Charge;
import io.tagcompliance.core.cost.ChargeKind;
import io.tagcompliance.core.cost.CostMetric;
import io.tagcompliance.core.cost.Money;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.spi.CostLedger;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.json.PolicyReader;
import io.tagcompliance.policy.json.PolicyReading;
import io.tagcompliance.testkit.ChargeRow;
import io.tagcompliance.testkit.PlainAttribution;
import io.tagcompliance.testkit.SettableClock;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The bill by Cost Explorer: right where it can be, unknown where it can't, and never dearer than allowed. */
@Timeout(120)
class CostExplorerTest {
    private static final BillingPeriod PERIOD = new BillingPeriod(LocalDate.of(2026, 8, 10), LocalDate.of(2026, 10, 1));
    private static final BillingPeriod MONTH = BillingPeriod.of(YearMonth.of(2026, 9));
    private static final PlainAttribution PLAIN =
            new PlainAttribution(Map.of("CostCenter", Set.of("cc-1", "cc-2"), "Owner", Set.of()));
    private static final int PLENTY = 1000;

    private final AwsLab lab = new AwsLab(LabEstate.ofEverything(1));
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-01T00:00:00Z"));

    @BeforeEach
    void activate() {
        lab.costs().activate("CostCenter", "Owner", "Stage");
    }

    @AfterEach
    void close() {
        lab.close();
    }

    private CostLedger ledger(int mostPaidCalls) {
        return AwsCloud.costExplorer(new AwsSettings(Set.of(LabEstate.IRELAND)), mostPaidCalls, clock, lab.connection());
    }

    private static TagPolicy policy() {
        String json = """
                {"version": "3.0", "allocation_keys": ["CostCenter", "Owner"],
                 "required_tags": [{"name": "CostCenter", "allowed_values": ["cc-1", "cc-2"]}, {"name": "Owner"}],
                 "tag_naming_rules": {"case_sensitivity": true}}
                """;
        return ((PolicyReading.Accepted) PolicyReader.read(json.getBytes(StandardCharsets.UTF_8))).policy();
    }

    private CostAttribution attribution(AttributionRequest request, CostLedger ledger) throws InterruptedException {
        try (TagCompliance compliance =
                TagCompliance.judgedBy(policy()).billedBy(ledger).build()) {
            return compliance.attribution().attribute(request);
        }
    }

    private CostAttribution attribution() throws InterruptedException {
        return attribution(AttributionRequest.ofLastMonth().over(PERIOD), ledger(PLENTY));
    }

    private static BillQuery query(String... keys) {
        Set<TagKey> asked = new LinkedHashSet<>();
        Stream.of(keys).map(TagKey::new).forEach(asked::add);
        return new BillQuery(PERIOD, CostMetric.EFFECTIVE, asked);
    }

    private BillReading read(BillQuery query, CostLedger ledger) throws InterruptedException {
        return ledger.read(query, charge -> {});
    }

    private long paidCalls() {
        return lab.calls().stream().filter(call -> call.service().equals("ce")).count();
    }

    private static ReadFailure failure(BillReading reading) {
        return ((BillReading.Unknown) reading).failure();
    }

    private static ReadFailure failure(CostAttribution attribution) {
        return ((CostAttribution.Unknown) attribution).failure();
    }

    /** The six buckets, those that Cost Explorer can't tell apart as one. */
    private static Map<String, BigDecimal> told(Map<CostBucket, BigDecimal> buckets) {
        BigDecimal gap = Stream.of(CostBucket.ACTIONABLE_GAP, CostBucket.NO_RESOURCE_ID, CostBucket.UNTAGGABLE)
                .map(buckets::get)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Map.of(
                "A", plain(buckets.get(CostBucket.DIRECT)),
                "C+D+E", plain(gap),
                "F", plain(buckets.get(CostBucket.NOT_USAGE)));
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
                List<ChargeRow> rows = LabBills.of(seed, PERIOD, currencies);
                lab.costs().bill(rows);
                for (CostMetric metric : CostMetric.values()) {
                    CostAttribution.Known known = (CostAttribution.Known) attribution(
                            AttributionRequest.ofLastMonth().over(PERIOD).of(metric), ledger(PLENTY));

                    Map<Currency, Map<CostBucket, BigDecimal>> expected = PLAIN.split(rows, metric);
                    assertThat(known.shares()).hasSize(expected.size()).allSatisfy(share -> {
                        assertThat(share.reconciles()).isTrue();
                        assertThat(told(share)).isEqualTo(told(expected.get(share.currency())));
                    });
                }
            }
        }
    }

    @Test
    void the_parts_of_what_is_no_usage_are_told_apart() throws InterruptedException {
        List<ChargeRow> rows = LabBills.of(3, PERIOD, List.of(LabBills.USD));
        lab.costs().bill(rows);

        CurrencyShare share = ((CostAttribution.Known) attribution()).shares().getFirst();

        for (ChargeKind kind : ChargeKind.values()) {
            BigDecimal expected = rows.stream()
                    .filter(row -> row.kind() == kind && kind != ChargeKind.USAGE)
                    .map(row -> row.effective().amount())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(share.parts().notUsage().getOrDefault(kind, Money.zero(LabBills.USD)).amount())
                    .as("%s", kind)
                    .isEqualByComparingTo(expected);
        }
    }

    @Test
    void three_keys_are_split_to_the_last_row() throws InterruptedException {
        List<ChargeRow> rows = LabBills.of(5, PERIOD, List.of(LabBills.USD));
        lab.costs().bill(rows);
        List<Charge> lines = new ArrayList<>();

        try (CostLedger ledger = ledger(PLENTY)) {
            ledger.read(query("CostCenter", "Owner", "Stage"), lines::add);
        }

        for (ChargeRow row : rows.stream().filter(one -> one.kind() == ChargeKind.USAGE).toList()) {
            assertThat(sum(lines.stream()
                            .filter(line -> line.kind() == ChargeKind.USAGE && alike(row, line))
                            .map(line -> line.cost().amount())))
                    .isEqualByComparingTo(sum(rows.stream()
                            .filter(other -> other.kind() == ChargeKind.USAGE && alike(other, row))
                            .map(other -> other.effective().amount())));
        }
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean alike(ChargeRow row, Charge line) {
        return row.place().service().equals(line.place().service())
                && Stream.of("CostCenter", "Owner", "Stage")
                        .allMatch(key -> row.tags().value(key).equals(line.tags().value(key)));
    }

    private static boolean alike(ChargeRow row, ChargeRow other) {
        return row.place().service().equals(other.place().service())
                && Stream.of("CostCenter", "Owner", "Stage")
                        .allMatch(key -> row.tags().value(key).equals(other.tags().value(key)));
    }

    @Test
    void sums_that_aws_rounds_add_up_all_the_same() throws InterruptedException {
        lab.costs().roundTo(10);
        for (long seed = 20; seed <= 25; seed++) {
            lab.costs().bill(LabBills.of(seed, PERIOD, List.of(LabBills.USD)));

            assertThat(((CostAttribution.Known) attribution()).shares())
                    .allSatisfy(share -> assertThat(share.reconciles()).isTrue());
        }
    }

    @Test
    void sums_that_contradict_each_other_are_unknown() throws InterruptedException {
        lab.costs().roundTo(1);
        lab.costs().bill(LabBills.of(4, PERIOD, List.of(LabBills.USD)));

        assertThat(failure(attribution()).remedy()).contains("differ");
    }

    @Test
    void r64_denied_is_unknown_and_names_the_permission() throws InterruptedException {
        lab.costs().bill(LabBills.of(1, PERIOD, List.of(LabBills.USD)));
        lab.disturb(call -> call.operation().equals("ce:GetCostAndUsage"), LabFault.DENIED);

        assertThat(failure(attribution()).kind()).isEqualTo(ReadFailure.Kind.ACCESS_DENIED);
        assertThat(failure(attribution()).remedy()).contains("ce:GetCostAndUsage");
    }

    @Test
    void r64_empty_is_unknown_and_not_nothing() throws InterruptedException {
        assertThat(failure(attribution()).remedy()).contains("24 hours");
    }

    @Test
    void r64_delayed_is_provisional() throws InterruptedException {
        lab.costs().bill(LabBills.of(1, PERIOD, List.of(LabBills.USD)));
        lab.costs().estimate();

        assertThat(((CostAttribution.Known) attribution()).bill().state()).isEqualTo(BillFacts.State.PROVISIONAL);
    }

    @Test
    void r64_negative_usage_is_a_refund_and_makes_no_share() throws InterruptedException {
        ChargeRow usage = usage("10");
        lab.costs().bill(List.of(usage.costing(new Money(new BigDecimal("-4"), LabBills.USD))));

        CurrencyShare share = ((CostAttribution.Known) attribution()).shares().getFirst();

        assertThat(share.of(CostBucket.NOT_USAGE).amount()).isEqualByComparingTo("-4");
        assertThat(share.gapOfTotal()).isEmpty();
        assertThat(share.gapOfTaggable()).isEmpty();
    }

    @Test
    void r64_other_currencies_stay_apart() throws InterruptedException {
        ChargeRow usage = usage("10");
        lab.costs().bill(List.of(usage, usage.costing(new Money(new BigDecimal("7"), LabBills.EUR))));

        assertThat(((CostAttribution.Known) attribution()).shares().stream().map(share -> share.total().toString()))
                .containsExactlyInAnyOrder("10 USD", "7 EUR");
    }

    private static ChargeRow usage(String amount) {
        return LabBills.of(1, MONTH, List.of(LabBills.USD)).stream()
                .filter(row -> row.kind() == ChargeKind.USAGE)
                .findFirst()
                .orElseThrow()
                .costing(new Money(new BigDecimal(amount), LabBills.USD));
    }

    @Test
    void a_key_that_is_not_activated_makes_the_gap_unknown() throws InterruptedException {
        lab.costs().bill(LabBills.of(1, PERIOD, List.of(LabBills.USD)));
        lab.costs().activate("CostCenter");
        lab.costs().know("Owner");

        assertThat(failure(attribution()).remedy()).contains("Owner", "24 hours").doesNotContain("CostCenter");
        assertThat(lab.calls()).noneMatch(call -> call.body().contains("\"Type\":\"TAG\",\"Key\":\"Owner\""));
    }

    @Test
    void where_nobody_says_which_keys_are_activated_the_answer_says_so() throws InterruptedException {
        lab.costs().bill(LabBills.of(1, PERIOD, List.of(LabBills.USD)));
        lab.disturb(call -> call.operation().equals("ce:ListCostAllocationTags"), LabFault.DENIED);

        BillFacts bill = ((CostAttribution.Known) attribution()).bill();

        assertThat(bill.activation()).isInstanceOf(BillFacts.Activation.Untold.class);
        assertThat(bill.notes()).anyMatch(note -> note.contains("ce:ListCostAllocationTags"));
    }

    @Test
    void the_same_question_is_paid_for_once_in_six_hours() throws InterruptedException {
        lab.costs().bill(LabBills.of(2, PERIOD, List.of(LabBills.USD)));
        try (CostLedger ledger = ledger(PLENTY)) {
            BillReading first = read(query("CostCenter", "Owner"), ledger);
            long paid = paidCalls();
            clock.pass(Duration.ofHours(5));

            assertThat(read(query("CostCenter", "Owner"), ledger)).isEqualTo(first);
            assertThat(paidCalls()).isEqualTo(paid);
            assertThat(((BillReading.Read) first).facts().notes())
                    .anyMatch(note -> note.contains("called " + paid + " times"));

            clock.pass(Duration.ofHours(2));
            read(query("CostCenter", "Owner"), ledger);
            assertThat(paidCalls()).isEqualTo(2 * paid);
        }
    }

    @Test
    void no_question_is_dearer_than_allowed() throws InterruptedException {
        lab.costs().bill(LabBills.of(2, PERIOD, List.of(LabBills.USD)));
        for (int most = 1; most <= 12; most++) {
            lab.forgetCalls();
            try (CostLedger ledger = ledger(most)) {
                ReadFailure failure = failure(read(query("CostCenter", "Owner", "Stage"), ledger));

                assertThat(failure.remedy()).contains("bill_paid_calls", "USD", "export");
                assertThat(paidCalls()).isLessThanOrEqualTo(most);

                long paid = paidCalls();
                read(query("CostCenter", "Owner", "Stage"), ledger);
                assertThat(paidCalls()).as("a refusal is remembered").isEqualTo(paid);
            }
        }
    }

    @Test
    void a_failure_is_not_remembered() throws InterruptedException {
        lab.costs().bill(LabBills.of(2, PERIOD, List.of(LabBills.USD)));
        lab.disturb(call -> call.operation().equals("ce:GetCostAndUsage"), LabFault.DENIED.times(1));
        try (CostLedger ledger = ledger(PLENTY)) {
            assertThat(read(query("Owner"), ledger)).isInstanceOf(BillReading.Unknown.class);
            assertThat(read(query("Owner"), ledger)).isInstanceOf(BillReading.Read.class);
        }
    }

    @Test
    void it_is_asked_where_the_partition_has_it_and_never_by_more_than_two_groups() throws InterruptedException {
        lab.costs().bill(LabBills.of(2, PERIOD, List.of(LabBills.USD)));
        try (CostLedger ledger = ledger(PLENTY)) {
            assertThat(read(query("CostCenter", "Owner", "Stage"), ledger)).isInstanceOf(BillReading.Read.class);
        }

        assertThat(lab.calls()).filteredOn(call -> call.service().equals("ce"))
                .isNotEmpty()
                .allMatch(call -> call.region().equals("us-east-1"));
    }

    @Test
    void after_it_is_closed_it_refuses() {
        CostLedger ledger = ledger(PLENTY);
        ledger.close();
        ledger.close();

        assertThatIllegalStateException().isThrownBy(() -> read(query("Owner"), ledger));
    }
}
