package io.tagcompliance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.attribution.AttributionRequest;
import io.tagcompliance.core.attribution.CostAttribution;
import io.tagcompliance.core.attribution.CostBucket;
import io.tagcompliance.core.attribution.CurrencyShare;
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
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What has to hold of any bill, whatever it is read through: A + B + C + D + E + F = total, currencies apart, to the last digit,
 * and each bucket is that of the plainest reference. So whatever is held against it agrees with everything else that is.
 *
 * @param untold buckets that the ledger can't tell from each other, of which the sum is held; none = each is held by itself
 */
public record Reconciliation(Set<CostBucket> untold) {
    /** Of a ledger that tells each charge. */
    public static final Reconciliation OF_EACH_BUCKET = new Reconciliation(Set.of());

    /** Of three accounts one hands on all that is asked for, one a part, and one nothing. */
    private static final Map<AccountId, Map<String, String>> HANDED = Map.of(
            new AccountId("111111111110"), Map.of("CostCenter", "cc-2", "Owner", "team-z"),
            new AccountId("111111111111"), Map.of("CostCenter", "cc-9", "Owner", "team-y"));

    private static final PlainAttribution PLAIN =
            new PlainAttribution(Map.of("CostCenter", Set.of("cc-1", "cc-2"), "Owner", Set.of()), HANDED);
    private static final TagPolicy POLICY = policy();

    /** Copies the buckets. */
    public Reconciliation {
        untold = Set.copyOf(untold);
    }

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

    /**
     * Holds a bill against the reference, by both metrics. Closes the ledger.
     *
     * @param ledger over that bill
     * @param where  what a failure is told with
     * @return the buckets that anything was in
     */
    public Set<CostBucket> check(RandomBill bill, CostLedger ledger, String where) throws InterruptedException {
        Set<CostBucket> met = EnumSet.noneOf(CostBucket.class);
        try (TagCompliance compliance = TagCompliance.judgedBy(POLICY)
                .reading(InMemoryCloud.of(accounts()))
                .billedBy(ledger)
                .build()) {
            for (CostMetric metric : CostMetric.values()) {
                Map<Currency, Map<CostBucket, BigDecimal>> plain = PLAIN.split(bill.inParts(), metric);
                AttributionRequest request =
                        AttributionRequest.ofLastMonth().over(bill.period()).of(metric);
                assertThat(told(found(compliance.attribution().attribute(request, Patience.UNLIMITED))))
                        .as("%s, %s", where, metric)
                        .isEqualTo(told(plain));
                plain.values()
                        .forEach(buckets -> buckets.forEach((bucket, sum) -> {
                            if (sum.signum() != 0) {
                                met.add(bucket);
                            }
                        }));
            }
        }
        return met;
    }

    private static Map<Currency, Map<CostBucket, BigDecimal>> found(CostAttribution attribution) {
        Map<Currency, Map<CostBucket, BigDecimal>> found = new HashMap<>();
        for (CurrencyShare share : ((CostAttribution.Known) attribution).shares()) {
            assertThat(share.reconciles()).isTrue();
            Map<CostBucket, BigDecimal> sums = new EnumMap<>(CostBucket.class);
            share.buckets().forEach((bucket, money) -> sums.put(bucket, money.amount()));
            found.put(share.currency(), sums);
        }
        return found;
    }

    /** As far as the buckets are told, and the same numbers however many zeros they are written with. */
    private Map<Currency, Map<Set<CostBucket>, BigDecimal>> told(Map<Currency, Map<CostBucket, BigDecimal>> sums) {
        Map<Currency, Map<Set<CostBucket>, BigDecimal>> told = new HashMap<>();
        sums.forEach((currency, buckets) -> {
            Map<Set<CostBucket>, BigDecimal> some = new HashMap<>();
            buckets.forEach((bucket, sum) -> some.merge(asTold(bucket), sum, BigDecimal::add));
            some.replaceAll((bucket, sum) -> sum.signum() == 0 ? BigDecimal.ZERO : sum.stripTrailingZeros());
            told.put(currency, some);
        });
        return told;
    }

    private Set<CostBucket> asTold(CostBucket bucket) {
        return untold.contains(bucket) ? untold : Set.of(bucket);
    }
}
