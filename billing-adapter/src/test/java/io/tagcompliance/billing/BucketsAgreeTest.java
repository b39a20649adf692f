package io.tagcompliance.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.billing.BillInFiles.Form;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.attribution.AttributionRequest;
import io.tagcompliance.core.attribution.CostAttribution;
import io.tagcompliance.core.attribution.CostBucket;
import io.tagcompliance.core.attribution.CurrencyShare;
import io.tagcompliance.core.cost.BillingPeriod;
import io.tagcompliance.core.cost.CostMetric;
import io.tagcompliance.core.spi.CostLedger;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.json.PolicyReader;
import io.tagcompliance.policy.json.PolicyReading;
import io.tagcompliance.testkit.ChargeRow;
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
    private static final PlainAttribution PLAIN =
            new PlainAttribution(Map.of("CostCenter", Set.of("cc-1", "cc-2"), "Owner", Set.of()));
    private static final TagPolicy POLICY = policy();

    private static TagPolicy policy() {
        String json = """
                {"version": "3.0", "allocation_keys": ["CostCenter", "Owner"],
                 "required_tags": [{"name": "CostCenter", "allowed_values": ["cc-1", "cc-2"]}, {"name": "Owner"}],
                 "tag_naming_rules": {"case_sensitivity": true}}
                """;
        PolicyReading reading = PolicyReader.read(json.getBytes(StandardCharsets.UTF_8));
        assertThat(reading).isInstanceOf(PolicyReading.Accepted.class);
        return ((PolicyReading.Accepted) reading).policy();
    }

    @Test
    void the_six_buckets_add_up_and_are_the_same_every_way() throws InterruptedException {
        for (long seed = 1; seed <= BILLS; seed++) {
            List<ChargeRow> rows = RandomBill.of(seed, PERIOD);
            for (CostMetric metric : CostMetric.values()) {
                Map<Currency, Map<CostBucket, BigDecimal>> expected = PLAIN.split(rows, metric);
                assertThat(through(InMemoryLedger.of(rows), metric))
                        .as("seed %d, %s, in memory", seed, metric)
                        .isEqualTo(stripped(expected));
                for (Form form : List.of(Form.FOCUS_CSV, Form.FOCUS_PARTS, Form.FOCUS_PARQUET)) {
                    try (BillInFiles bill = new BillInFiles(form)) {
                        assertThat(through(bill.of(rows), metric))
                                .as("seed %d, %s, %s", seed, metric, form)
                                .isEqualTo(stripped(expected));
                    }
                }
            }
        }
    }

    private static Map<Currency, Map<CostBucket, BigDecimal>> through(CostLedger ledger, CostMetric metric)
            throws InterruptedException {
        try (TagCompliance compliance =
                TagCompliance.judgedBy(POLICY).billedBy(ledger).build()) {
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
