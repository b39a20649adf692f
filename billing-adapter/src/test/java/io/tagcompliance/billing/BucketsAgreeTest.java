package io.tagcompliance.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.billing.BillInFiles.Form;
import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.attribution.AttributionRequest;
import io.tagcompliance.core.attribution.CostAttribution;
import io.tagcompliance.core.attribution.CostBucket;
import io.tagcompliance.core.attribution.CurrencyShare;
import io.tagcompliance.core.cost.BillingPeriod;
import io.tagcompliance.core.cost.CostMetric;
import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.Location;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.core.spi.CostLedger;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.json.PolicyReader;
import io.tagcompliance.policy.json.PolicyReading;
import io.tagcompliance.testkit.ChargeRow;
import io.tagcompliance.testkit.InMemoryCloud;
import io.tagcompliance.testkit.InMemoryLedger;
import io.tagcompliance.testkit.PlainAttribution;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * For any bill, A + B + C + D + E + F = total, currencies apart, to the last digit; and each bucket is the same through every
 * form of file, through rows in memory, and in the plainest reference.
 */
class BucketsAgreeTest {
    private static final BillingPeriod PERIOD = BillingPeriod.of(YearMonth.of(2026, 9));
    private static final int BILLS = 40;
    private static final List<Form> FOCUS = List.of(Form.FOCUS_CSV, Form.FOCUS_PARTS, Form.FOCUS_PARQUET);
    private static final List<Form> CUR = List.of(Form.CUR_CSV, Form.CUR_PARQUET);

    /** Of three accounts one hands on all that is asked for, one a part, and one nothing. */
    private static final Map<AccountId, Map<String, String>> HANDED = Map.of(
            new AccountId("111111111110"), Map.of("CostCenter", "cc-2", "Owner", "team-z"),
            new AccountId("111111111111"), Map.of("CostCenter", "cc-9", "Owner", "team-y"));

    private static final PlainAttribution PLAIN =
            new PlainAttribution(Map.of("CostCenter", Set.of("cc-1", "cc-2"), "Owner", Set.of()), HANDED);
    private static final TagPolicy POLICY = policy();

    private final Map<CostBucket, Integer> met = new EnumMap<>(CostBucket.class);

    private static TagPolicy policy() {
        String json = """
                {"version": "3.0", "allocation_keys": ["CostCenter", "Owner"],
                 "required_tags": [
                   {"name": "CostCenter", "allowed_values": ["cc-1", "cc-2"], "inherit_from": ["account"]},
                   {"name": "Owner", "inherit_from": ["account"]}],
                 "tag_naming_rules": {"case_sensitivity": true}}
                """;
        PolicyReading reading = PolicyReader.read(json.getBytes(StandardCharsets.UTF_8));
        assertThat(reading).isInstanceOf(PolicyReading.Accepted.class);
        return ((PolicyReading.Accepted) reading).policy();
    }

    private static List<Resource> accounts() {
        return HANDED.entrySet().stream()
                .map(account -> new Resource(
                        new ResourceId(
                                Cloud.AWS,
                                "arn:aws:organizations::%1$s:account/o-1/%1$s"
                                        .formatted(account.getKey().text())),
                        new ResourceType("organizations:account"),
                        new Location(account.getKey(), Region.GLOBAL),
                        "an account",
                        TagReading.known(account.getValue()),
                        Creation.UNKNOWN))
                .toList();
    }

    @Test
    void the_six_buckets_add_up_and_are_the_same_every_way() throws InterruptedException {
        for (long seed = 1; seed <= BILLS; seed++) {
            List<ChargeRow> rows = RandomBill.of(seed, PERIOD);
            assertAgree(InMemoryLedger.of(rows), rows, "seed " + seed + ", in memory");
            for (Form form : FOCUS) {
                try (BillInFiles bill = new BillInFiles(form)) {
                    assertAgree(bill.of(rows), rows, "seed " + seed + ", " + form);
                }
            }
        }
        assertThat(met.keySet()).containsExactly(CostBucket.values());
    }

    @Test
    void they_are_in_what_cost_and_usage_reports_say_too() throws InterruptedException {
        for (long seed = 1; seed <= BILLS / 3; seed++) {
            List<ChargeRow> rows = RandomBill.ofAws(seed, PERIOD);
            assertAgree(InMemoryLedger.of(rows), rows, "seed " + seed + ", in memory");
            for (Form form : CUR) {
                try (BillInFiles bill = new BillInFiles(form)) {
                    assertAgree(bill.of(rows), rows, "seed " + seed + ", " + form);
                }
            }
        }
        assertThat(met.keySet()).containsExactly(CostBucket.values());
    }

    @Test
    void they_are_through_a_table_of_athena_too() throws InterruptedException {
        for (long seed = 1; seed <= 5; seed++) {
            List<ChargeRow> rows = RandomBill.of(seed, PERIOD);
            try (BillInAthena bill = new BillInAthena()) {
                assertAgree(bill.of(rows), rows, "seed " + seed + ", Athena");
            }
        }
        assertThat(met.keySet()).containsExactly(CostBucket.values());
    }

    /** Closes the ledger. */
    private void assertAgree(CostLedger ledger, List<ChargeRow> rows, String where) throws InterruptedException {
        try (TagCompliance compliance = TagCompliance.judgedBy(POLICY)
                .reading(InMemoryCloud.of(accounts()))
                .billedBy(ledger)
                .build()) {
            for (CostMetric metric : CostMetric.values()) {
                Map<Currency, Map<CostBucket, BigDecimal>> expected = stripped(PLAIN.split(rows, metric));
                assertThat(through(compliance, metric))
                        .as("%s, %s", where, metric)
                        .isEqualTo(expected);
                expected.values().forEach(this::note);
            }
        }
    }

    private void note(Map<CostBucket, BigDecimal> buckets) {
        buckets.forEach((bucket, sum) -> met.merge(bucket, sum.signum() == 0 ? 0 : 1, Integer::sum));
        met.values().removeIf(times -> times == 0);
    }

    private static Map<Currency, Map<CostBucket, BigDecimal>> through(TagCompliance compliance, CostMetric metric)
            throws InterruptedException {
        AttributionRequest request =
                AttributionRequest.ofLastMonth().over(PERIOD).of(metric);
        CostAttribution.Known known =
                (CostAttribution.Known) compliance.attribution().attribute(request, Patience.UNLIMITED);
        Map<Currency, Map<CostBucket, BigDecimal>> found = new HashMap<>();
        for (CurrencyShare share : known.shares()) {
            assertThat(share.reconciles()).isTrue();
            Map<CostBucket, BigDecimal> sums = new EnumMap<>(CostBucket.class);
            share.buckets().forEach((bucket, money) -> sums.put(bucket, money.amount()));
            found.put(share.currency(), sums);
        }
        return stripped(found);
    }

    /** The same numbers, however many zeros they are written with. */
    private static Map<Currency, Map<CostBucket, BigDecimal>> stripped(
            Map<Currency, Map<CostBucket, BigDecimal>> sums) {
        Map<Currency, Map<CostBucket, BigDecimal>> stripped = new HashMap<>();
        sums.forEach((currency, buckets) -> {
            Map<CostBucket, BigDecimal> one = new EnumMap<>(CostBucket.class);
            buckets.forEach(
                    (bucket, sum) -> one.put(bucket, sum.signum() == 0 ? BigDecimal.ZERO : sum.stripTrailingZeros()));
            stripped.put(currency, one);
        });
        return stripped;
    }
}
