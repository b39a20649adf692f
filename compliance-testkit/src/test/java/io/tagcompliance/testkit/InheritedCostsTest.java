package io.tagcompliance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.attribution.AttributionRequest;
import io.tagcompliance.core.attribution.CostAttribution;
import io.tagcompliance.core.attribution.CostBucket;
import io.tagcompliance.core.attribution.CurrencyShare;
import io.tagcompliance.core.cost.ChargePlace;
import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.Location;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceGroup;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.json.PolicyReader;
import io.tagcompliance.policy.json.PolicyReading;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InheritedCostsTest {
    private static final Resource ACCOUNT = new Resource(
            new ResourceId(Cloud.AWS, "arn:aws:organizations::111111111111:account/o-1/111111111111"),
            new ResourceType("organizations:account"),
            new Location(new AccountId("111111111111"), Region.GLOBAL, ResourceGroup.NONE),
            "production",
            TagReading.known(Map.of("CostCenter", "cc-1")),
            Creation.UNKNOWN);

    private static TagPolicy policy(String inheritance) {
        String json = """
                {"version": "3.0", "allocation_keys": ["CostCenter"],
                 "required_tags": [{"name": "CostCenter", "id": "cost-center" %s}]}
                """.formatted(inheritance);
        PolicyReading reading = PolicyReader.read(json.getBytes(StandardCharsets.UTF_8));
        assertThat(reading).isInstanceOf(PolicyReading.Accepted.class);
        return ((PolicyReading.Accepted) reading).policy();
    }

    private static CurrencyShare split(String inheritance) throws InterruptedException {
        return split(inheritance, ACCOUNT, Tags.NONE);
    }

    /** Ten dollars of a right tag, and ten of other tags. */
    private static CurrencyShare split(String inheritance, Resource parent, Tags others) throws InterruptedException {
        ChargeRow usage = ContractBill.usage(3, "i-0123456789abcdef0", "10");
        ChargeRow other = new ChargeRow(
                usage.day(), usage.kind(), usage.place(), usage.what(), others, usage.effective(), usage.billed());
        try (TagCompliance compliance = TagCompliance.judgedBy(policy(inheritance))
                .reading(InMemoryCloud.of(List.of(parent)))
                .billedBy(InMemoryLedger.of(List.of(other, usage)))
                .build()) {
            return ((CostAttribution.Known) compliance
                            .attribution()
                            .attribute(AttributionRequest.ofLastMonth().over(ContractBill.PERIOD), Patience.UNLIMITED))
                    .shares()
                    .getFirst();
        }
    }

    @Test
    void what_an_account_hands_on_is_inherited_by_the_rule_that_lets_it() throws InterruptedException {
        CurrencyShare share = split(", \"inherit_from\": [\"account\"]");

        assertThat(share.of(CostBucket.DIRECT).amount()).isEqualByComparingTo("10");
        assertThat(share.of(CostBucket.INHERITED).amount()).isEqualByComparingTo("10");
        assertThat(share.parts().inherited().keySet()).extracting("text").containsExactly("cost-center");
        assertThat(share.gap().amount()).isEqualByComparingTo(BigDecimal.ZERO);
    }

    @Test
    void what_a_stack_hands_on_is_inherited_by_what_it_made() throws InterruptedException {
        ChargePlace place = ContractBill.usage(3, "i-0123456789abcdef0", "10").place();
        Resource stack = new Resource(
                new ResourceId(Cloud.AWS, "arn:aws:cloudformation:eu-west-1:111111111111:stack/shop/1"),
                new ResourceType("cloudformation:stack"),
                new Location(place.account(), place.region(), ResourceGroup.NONE),
                "shop",
                TagReading.known(Map.of("CostCenter", "cc-1")),
                Creation.UNKNOWN);
        String inheritance = ", \"inherit_from\": [\"resource_group\"]";

        CurrencyShare ofIt = split(inheritance, stack, Tags.of(Map.of("aws:cloudformation:stack-name", "shop")));
        CurrencyShare ofAnother = split(inheritance, stack, Tags.of(Map.of("aws:cloudformation:stack-name", "till")));

        assertThat(ofIt.of(CostBucket.INHERITED).amount()).isEqualByComparingTo("10");
        assertThat(ofAnother.of(CostBucket.ACTIONABLE_GAP).amount()).isEqualByComparingTo("10");
    }

    @Test
    void nothing_is_inherited_where_no_rule_lets_it() throws InterruptedException {
        assertThat(split("").of(CostBucket.ACTIONABLE_GAP).amount()).isEqualByComparingTo("10");
    }
}
