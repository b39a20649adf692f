package io.tagcompliance.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.attribution.AttributionRequest;
import io.tagcompliance.core.attribution.CostAttribution;
import io.tagcompliance.core.attribution.CostBucket;
import io.tagcompliance.core.attribution.CurrencyShare;
import io.tagcompliance.core.attribution.CurrencyShare.Slice;
import io.tagcompliance.core.attribution.Defect;
import io.tagcompliance.core.attribution.Grouping;
import io.tagcompliance.core.cost.BillingPeriod;
import io.tagcompliance.core.cost.ChargeKind;
import io.tagcompliance.core.cost.CostMetric;
import io.tagcompliance.core.cost.Money;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.json.PolicyReader;
import io.tagcompliance.policy.json.PolicyReading;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A file with the columns and the oddities of published FOCUS samples, all at once: {@code NULL} as text, a key with a space
 * before it, one resource under several sets of tags, keys and its id in other cases, credits, tax and purchases, split costs, three
 * providers, two currencies, and a row of the month after. What it comes to was added up by hand.
 */
class FocusSampleTest {
    private static final BillingPeriod SEPTEMBER = BillingPeriod.of(YearMonth.of(2026, 9));
    private static final InstantSource LATER = InstantSource.fixed(Instant.parse("2026-11-01T00:00:00Z"));
    private static final String POLICY = """
            {"version": "3.0", "allocation_keys": ["org"],
             "required_tags": [{"name": "org", "allowed_values": ["web", "lab", "platform"]}],
             "tag_naming_rules": {"case_sensitivity": true}}
            """;

    private static TagPolicy policy() {
        return ((PolicyReading.Accepted) PolicyReader.read(POLICY.getBytes(StandardCharsets.UTF_8))).policy();
    }

    private static CostAttribution.Known attribution(CostMetric metric)
            throws InterruptedException, URISyntaxException {
        Path file = Path.of(Objects.requireNonNull(FocusSampleTest.class.getResource("focus-sample.csv"))
                .toURI());
        try (TagCompliance compliance = TagCompliance.judgedBy(policy())
                .billedBy(BillFiles.at(file, LATER))
                .build()) {
            AttributionRequest request =
                    AttributionRequest.ofLastMonth().over(SEPTEMBER).of(metric).by(new Grouping.ByResourceType());
            return (CostAttribution.Known) compliance.attribution().attribute(request, Patience.UNLIMITED);
        }
    }

    private static CurrencyShare dollars(CostMetric metric) throws InterruptedException, URISyntaxException {
        return attribution(metric).shares().getFirst();
    }

    private static <K> Map<K, String> texts(Map<K, Money> sums) {
        Map<K, String> texts = new HashMap<>();
        sums.forEach((key, money) ->
                texts.put(key, money.amount().stripTrailingZeros().toPlainString()));
        return texts;
    }

    @Test
    void the_buckets_of_what_was_billed_are_those_added_up_by_hand() throws InterruptedException, URISyntaxException {
        CurrencyShare share = dollars(CostMetric.BILLED);

        assertThat(share.reconciles()).isTrue();
        assertThat(texts(share.buckets()))
                .isEqualTo(Map.of(
                        // i-…0 on the third, pod a, vm-1 in Azure on the third, vm-2 in Google Cloud
                        CostBucket.DIRECT, "28.0000000001",
                        CostBucket.INHERITED, "0",
                        // i-…0 on the fourth, fifth and sixth, pod b, vm-1 in Azure on the fourth, vm-3 in Google Cloud
                        CostBucket.ACTIONABLE_GAP, "14.575",
                        CostBucket.NO_RESOURCE_ID, "0.75",
                        CostBucket.UNTAGGABLE, "0.4",
                        CostBucket.NOT_USAGE, "16.1"));
        assertThat(texts(share.parts().defects()))
                .isEqualTo(Map.of(Defect.MISSING, "10.45", Defect.WRONG_KEY_CASE, "2.125", Defect.INVALID, "2"));
        assertThat(texts(share.parts().notUsage()))
                .isEqualTo(Map.of(
                        ChargeKind.CREDIT, "-4.6",
                        ChargeKind.REFUND, "-0.5",
                        ChargeKind.TAX, "1.2",
                        ChargeKind.PURCHASE, "20",
                        ChargeKind.UNUSED_COMMITMENT, "0"));
    }

    @Test
    void what_it_costs_in_effect_differs_by_what_commitments_cover() throws InterruptedException, URISyntaxException {
        CurrencyShare billed = dollars(CostMetric.BILLED);
        CurrencyShare effective = dollars(CostMetric.EFFECTIVE);

        assertThat(effective.reconciles()).isTrue();
        assertThat(effective
                        .of(CostBucket.ACTIONABLE_GAP)
                        .minus(billed.of(CostBucket.ACTIONABLE_GAP))
                        .amount())
                .isEqualByComparingTo("0.0625");
        assertThat(effective
                        .of(CostBucket.NOT_USAGE)
                        .minus(billed.of(CostBucket.NOT_USAGE))
                        .amount())
                .isEqualByComparingTo("-19.7");
    }

    @Test
    void a_resource_is_one_whatever_its_tags_and_the_case_of_its_id() throws InterruptedException, URISyntaxException {
        Map<String, Integer> resources = dollars(CostMetric.BILLED).breakdown().stream()
                .collect(Collectors.toMap(Slice::category, Slice::resources));

        assertThat(resources)
                .containsEntry("ec2:instance", 1)
                .containsEntry("eks:pod", 1)
                .containsEntry("Microsoft.Compute/virtualMachines", 1)
                .containsEntry("compute.instances", 1);
    }

    @Test
    void another_currency_stands_apart_and_another_month_is_not_there()
            throws InterruptedException, URISyntaxException {
        List<CurrencyShare> shares = attribution(CostMetric.BILLED).shares();

        assertThat(shares)
                .extracting(share -> share.currency().getCurrencyCode())
                .containsExactly("USD", "EUR");
        assertThat(texts(shares.getLast().buckets())).containsEntry(CostBucket.DIRECT, "7");
        assertThat(attribution(CostMetric.BILLED).bill().lastDay()).isEqualTo("2026-09-09");
    }
}
