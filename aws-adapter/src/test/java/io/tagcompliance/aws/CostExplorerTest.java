package io.tagcompliance.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tagcompliance.core.attribution.CostAttribution;
import io.tagcompliance.core.attribution.CostBucket;
import io.tagcompliance.core.attribution.CurrencyShare;
import io.tagcompliance.core.check.CheckSpend;
import io.tagcompliance.core.cost.BillFacts;
import io.tagcompliance.core.cost.BillFacts.Activation;
import io.tagcompliance.core.cost.BillReading;
import io.tagcompliance.core.cost.BillingPeriod;
import io.tagcompliance.core.cost.Charge;
import io.tagcompliance.core.cost.ChargeKind;
import io.tagcompliance.core.cost.Charged;
import io.tagcompliance.core.cost.Money;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.core.spi.CostLedger;
import io.tagcompliance.testkit.ChargeRow;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The bill by Cost Explorer: right where it can be, unknown where it can't, and never dearer than allowed. */
@Timeout(120)
class CostExplorerTest {
    private static final BillingPeriod MONTH = BillingPeriod.of(YearMonth.of(2026, 9));

    private final CostLab lab = new CostLab();

    @AfterEach
    void close() {
        lab.close();
    }

    private static ReadFailure failure(BillReading reading) {
        return ((BillReading.Unknown) reading).failure();
    }

    private static ReadFailure failure(CostAttribution attribution) {
        return ((CostAttribution.Unknown) attribution).failure();
    }

    @Test
    void sums_that_aws_rounds_add_up_all_the_same() throws InterruptedException {
        lab.costs().roundTo(7);
        for (long seed = 20; seed <= 25; seed++) {
            lab.costs().bill(LabBills.of(seed, CostLab.PERIOD, List.of(LabBills.USD)));

            assertThat(((CostAttribution.Known) lab.attribution()).shares())
                    .allSatisfy(share -> assertThat(share.reconciles()).isTrue());
        }
    }

    @Test
    void sums_that_contradict_each_other_are_unknown() throws InterruptedException {
        lab.costs().roundTo(1);
        lab.costs()
                .bill(List.of(
                        tagged(Map.of("Owner", "ann"), usage("0.04")), tagged(Map.of("Owner", "bob"), usage("0.04"))));

        assertThat(failure(lab.attribution()).remedy()).contains("differ");
    }

    @Test
    void a_check_pays_for_no_call_that_can_tell_it_nothing() throws InterruptedException {
        lab.costs().bill(LabBills.of(1, CostLab.PERIOD, List.of(LabBills.USD)));

        CheckSpend spend = lab.check().spend();

        assertThat(spend)
                .isInstanceOfSatisfying(
                        CheckSpend.Unknown.class,
                        unknown -> assertThat(unknown.reason()).contains("names no resources"));
        assertThat(lab.paidCalls()).isZero();
    }

    @Test
    void it_says_that_its_lines_name_no_resources() throws InterruptedException {
        lab.costs().bill(LabBills.of(1, CostLab.PERIOD, List.of(LabBills.USD)));
        try (CostLedger ledger = lab.ledger(CostLab.PLENTY)) {
            List<Charge> lines = new ArrayList<>();
            ledger.read(CostLab.query("Owner"), lines::add);

            assertThat(lines).isNotEmpty().noneMatch(line -> line.what() instanceof Charged.OfResource);
            assertThat(ledger.namesResources()).isFalse();
        }
    }

    @Test
    void r64_denied_is_unknown_and_names_the_permission() throws InterruptedException {
        lab.costs().bill(LabBills.of(1, CostLab.PERIOD, List.of(LabBills.USD)));
        lab.lab().disturb(call -> call.operation().equals("ce:GetCostAndUsage"), LabFault.DENIED);

        assertThat(failure(lab.attribution()).kind()).isEqualTo(ReadFailure.Kind.ACCESS_DENIED);
        assertThat(failure(lab.attribution()).remedy()).contains("ce:GetCostAndUsage");
    }

    @Test
    void r64_empty_is_unknown_and_not_nothing() throws InterruptedException {
        assertThat(failure(lab.attribution()).remedy()).contains("24 hours");
    }

    @Test
    void r64_delayed_is_provisional() throws InterruptedException {
        lab.costs().bill(LabBills.of(1, CostLab.PERIOD, List.of(LabBills.USD)));
        lab.costs().estimateSince(CostLab.PERIOD.start());

        BillFacts bill = ((CostAttribution.Known) lab.attribution()).bill();

        assertThat(bill.state()).isEqualTo(BillFacts.State.PROVISIONAL);
        assertThat(bill.estimatedShare(LabBills.USD)).hasValue(BigDecimal.ONE);
    }

    @Test
    void what_is_an_estimate_is_told_by_currency_and_month() throws InterruptedException {
        ChargeRow september = usage("10");
        ChargeRow august = on(CostLab.PERIOD.start(), september);
        Money euros = new Money(new BigDecimal("7"), LabBills.EUR);
        lab.costs()
                .bill(List.of(
                        september.costing(new Money(new BigDecimal("30"), LabBills.USD)),
                        august,
                        august.costing(euros)));
        lab.costs().estimateSince(LocalDate.of(2026, 9, 1));

        BillFacts bill = ((CostAttribution.Known) lab.attribution()).bill();

        assertThat(bill.estimatedShare(LabBills.USD)).hasValue(new BigDecimal("0.75"));
        assertThat(bill.estimatedShare(LabBills.EUR))
                .hasValueSatisfying(share -> assertThat(share).isZero());
    }

    @Test
    void credits_that_outweigh_what_is_known_make_no_share_of_estimates() throws InterruptedException {
        ChargeRow september = usage("30");
        ChargeRow credit = on(CostLab.PERIOD.start(), usage("-20"));
        lab.costs().bill(List.of(september, credit));
        lab.costs().estimateSince(LocalDate.of(2026, 9, 1));

        assertThat(((CostAttribution.Known) lab.attribution()).bill().estimatedShare(LabBills.USD))
                .isEmpty();
    }

    private static ChargeRow on(LocalDate day, ChargeRow row) {
        return new ChargeRow(day, row.kind(), row.place(), row.what(), row.tags(), row.effective(), row.billed());
    }

    @Test
    void r64_negative_usage_is_a_refund_and_makes_no_share() throws InterruptedException {
        ChargeRow usage = usage("10");
        lab.costs().bill(List.of(usage.costing(new Money(new BigDecimal("-4"), LabBills.USD))));

        CurrencyShare share =
                ((CostAttribution.Known) lab.attribution()).shares().getFirst();

        assertThat(share.of(CostBucket.NOT_USAGE).amount()).isEqualByComparingTo("-4");
        assertThat(share.gapOfTotal()).isEmpty();
        assertThat(share.gapOfTaggable()).isEmpty();
    }

    @Test
    void r64_other_currencies_stay_apart() throws InterruptedException {
        ChargeRow usage = usage("10");
        lab.costs().bill(List.of(usage, usage.costing(new Money(new BigDecimal("7"), LabBills.EUR))));

        assertThat(((CostAttribution.Known) lab.attribution())
                        .shares().stream().map(share -> share.total().toString()))
                .containsExactlyInAnyOrder("10 USD", "7 EUR");
    }

    private static ChargeRow usage(String amount) {
        return LabBills.of(1, MONTH, List.of(LabBills.USD)).stream()
                .filter(row -> row.kind() == ChargeKind.USAGE)
                .findFirst()
                .orElseThrow()
                .costing(new Money(new BigDecimal(amount), LabBills.USD));
    }

    private static ChargeRow tagged(Map<String, String> tags, ChargeRow row) {
        return new ChargeRow(
                row.day(), row.kind(), row.place(), row.what(), Tags.of(tags), row.effective(), row.billed());
    }

    @Test
    void what_all_usage_of_a_service_has_in_common_is_on_each_line() throws InterruptedException {
        List<Map<String, String>> tags = List.of(
                Map.of("CostCenter", "cc-1", "Owner", "ann", "Stage", "prod"),
                Map.of("CostCenter", "cc-2", "Owner", "bob", "Stage", "prod"));
        lab.costs().bill(tags.stream().map(some -> tagged(some, usage("1"))).toList());
        List<Map<String, String>> found = new ArrayList<>();
        try (CostLedger ledger = lab.ledger(CostLab.PLENTY)) {
            ledger.read(
                    CostLab.query("CostCenter", "Owner", "Stage"),
                    line -> found.add(line.tags().asMap()));
        }

        assertThat(found).containsExactlyInAnyOrderElementsOf(tags);
    }

    @Test
    void a_key_that_is_not_activated_makes_the_gap_unknown() throws InterruptedException {
        lab.costs().bill(LabBills.of(1, CostLab.PERIOD, List.of(LabBills.USD)));
        lab.costs().activate("CostCenter");
        lab.costs().know("Owner");

        CostAttribution attribution = lab.attribution();

        assertThat(failure(attribution).remedy()).contains("Owner", "24 hours").doesNotContain("CostCenter");
        assertThat(lab.lab().calls()).noneMatch(call -> call.body().contains("\"Type\":\"TAG\",\"Key\":\"Owner\""));

        BillFacts known = attribution.facts().orElseThrow();
        assertThat(known.activation())
                .isInstanceOfSatisfying(
                        Activation.Told.class,
                        told -> assertThat(told.inactive()).contains("Owner").doesNotContain("CostCenter"));
        lab.costs().activate("Owner");
        assertThat(known.totals())
                .isNotEmpty()
                .isEqualTo(lab.attribution().facts().orElseThrow().totals());
    }

    @Test
    void where_nobody_says_which_keys_are_activated_the_answer_says_so() throws InterruptedException {
        lab.costs().bill(LabBills.of(1, CostLab.PERIOD, List.of(LabBills.USD)));
        lab.lab().disturb(call -> call.operation().equals("ce:ListCostAllocationTags"), LabFault.DENIED);

        BillFacts bill = ((CostAttribution.Known) lab.attribution()).bill();

        assertThat(bill.activation()).isInstanceOf(Activation.Untold.class);
        assertThat(bill.notes()).anyMatch(note -> note.contains("ce:ListCostAllocationTags"));
    }

    @Test
    void the_same_question_is_paid_for_once_in_six_hours() throws InterruptedException {
        lab.costs().bill(LabBills.of(2, CostLab.PERIOD, List.of(LabBills.USD)));
        try (CostLedger ledger = lab.ledger(CostLab.PLENTY)) {
            BillReading first = CostLab.read(CostLab.query("CostCenter", "Owner"), ledger);
            long paid = lab.paidCalls();
            lab.clock().pass(Duration.ofHours(5));

            assertThat(CostLab.read(CostLab.query("CostCenter", "Owner"), ledger))
                    .isEqualTo(first);
            assertThat(lab.paidCalls()).isEqualTo(paid);
            assertThat(((BillReading.Read) first).facts().notes())
                    .anyMatch(note -> note.contains("called " + paid + " times"));

            lab.clock().pass(Duration.ofHours(2));
            CostLab.read(CostLab.query("CostCenter", "Owner"), ledger);
            assertThat(lab.paidCalls()).isEqualTo(2 * paid);
        }
    }

    @Test
    void no_question_is_dearer_than_allowed() throws InterruptedException {
        lab.costs().bill(LabBills.of(2, CostLab.PERIOD, List.of(LabBills.USD)));
        for (int most = 1; most <= 12; most++) {
            lab.lab().forgetCalls();
            try (CostLedger ledger = lab.ledger(most)) {
                ReadFailure failure = failure(CostLab.read(CostLab.query("CostCenter", "Owner", "Stage"), ledger));

                assertThat(failure.remedy()).contains("bill_paid_calls", "USD", "export");
                assertThat(lab.paidCalls()).isLessThanOrEqualTo(most);

                long paid = lab.paidCalls();
                CostLab.read(CostLab.query("CostCenter", "Owner", "Stage"), ledger);
                assertThat(lab.paidCalls()).as("a refusal is remembered").isEqualTo(paid);
            }
        }
    }

    @Test
    void a_failure_is_not_remembered() throws InterruptedException {
        lab.costs().bill(LabBills.of(2, CostLab.PERIOD, List.of(LabBills.USD)));
        lab.lab().disturb(call -> call.operation().equals("ce:GetCostAndUsage"), LabFault.DENIED.times(1));
        try (CostLedger ledger = lab.ledger(CostLab.PLENTY)) {
            assertThat(CostLab.read(CostLab.query("Owner"), ledger)).isInstanceOf(BillReading.Unknown.class);
            assertThat(CostLab.read(CostLab.query("Owner"), ledger)).isInstanceOf(BillReading.Read.class);
        }
    }

    @Test
    void it_is_asked_where_the_partition_has_it_and_never_by_more_than_two_groups() throws InterruptedException {
        lab.costs().bill(LabBills.of(2, CostLab.PERIOD, List.of(LabBills.USD)));
        try (CostLedger ledger = lab.ledger(CostLab.PLENTY)) {
            assertThat(CostLab.read(CostLab.query("CostCenter", "Owner", "Stage"), ledger))
                    .isInstanceOf(BillReading.Read.class);
        }

        assertThat(lab.lab().calls())
                .filteredOn(call -> call.service().equals("ce"))
                .isNotEmpty()
                .allMatch(call -> call.region().equals("us-east-1"));
    }

    @Test
    void after_it_is_closed_it_refuses() {
        CostLedger ledger = lab.ledger(CostLab.PLENTY);
        ledger.close();
        ledger.close();

        assertThatIllegalStateException().isThrownBy(() -> CostLab.read(CostLab.query("Owner"), ledger));
    }
}
