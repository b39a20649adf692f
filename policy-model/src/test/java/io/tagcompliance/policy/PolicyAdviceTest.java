package io.tagcompliance.policy;

import static io.tagcompliance.policy.Cloud.AWS;
import static io.tagcompliance.policy.Cloud.AZURE;
import static io.tagcompliance.policy.Cloud.GCP;
import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.policy.NamingRules.KeyCase;
import io.tagcompliance.policy.NamingRules.SpecialCharacters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What clouds can't have, and what a policy that demands it is told. */
class PolicyAdviceTest {
    private static final Cloud ORACLE = new Cloud("oracle");
    private static final String LABELS =
            "label keys have up to 63 lower case letters, digits, _ and -, and begin with a letter";
    private static final String LABEL_VALUES = "label values have up to 63 lower case letters, digits, _ and -";

    @Test
    void aws_has_keys_of_128_characters_that_are_not_its_own() {
        String why = "keys have up to 128 characters and don't begin with aws:";

        assertThat(CloudLimits.refusal(AWS, new TagKey("Ö/%".repeat(42) + "xy")))
                .isEmpty();
        assertThat(CloudLimits.refusal(AWS, new TagKey("x".repeat(129)))).contains(why);
        assertThat(CloudLimits.refusal(AWS, new TagKey("aws:x"))).contains(why);
    }

    @Test
    void azure_has_names_of_512_characters_without_those_of_addresses() {
        assertThat(CloudLimits.refusal(AZURE, new TagKey("Cost: Center ".repeat(39) + "12345")))
                .isEmpty();
        for (String wrong : List.of("x".repeat(513), "a<", "a>", "100%", "a&b", "a\\b", "who?", "a/b")) {
            assertThat(CloudLimits.refusal(AZURE, new TagKey(wrong)))
                    .as(wrong)
                    .contains("tag names have up to 512 characters, none of <>%&\\?/");
        }
    }

    @Test
    void google_has_labels_of_63_lower_case_characters_that_begin_with_a_letter() {
        for (String fine : List.of("a", "cost_center-1", "東京", "x".repeat(63))) {
            assertThat(CloudLimits.refusal(GCP, new TagKey(fine))).as(fine).isEmpty();
        }
        for (String wrong : List.of("Owner", "1a", "_a", "a b", "x".repeat(64))) {
            assertThat(CloudLimits.refusal(GCP, new TagKey(wrong))).as(wrong).contains(LABELS);
        }
    }

    @Test
    void values_have_their_limits_too_and_a_wildcard_counts_for_nothing() {
        for (Cloud cloud : List.of(AWS, AZURE)) {
            assertThat(CloudLimits.refusal(cloud, new AllowedValue("X".repeat(256) + "*")))
                    .isEmpty();
            assertThat(CloudLimits.refusal(cloud, new AllowedValue("x".repeat(257))))
                    .contains("values have up to 256 characters");
        }
        assertThat(CloudLimits.refusal(GCP, new AllowedValue("prod-*"))).isEmpty();
        assertThat(CloudLimits.refusal(GCP, new AllowedValue(""))).isEmpty();
        assertThat(CloudLimits.refusal(GCP, new AllowedValue("x".repeat(63)))).isEmpty();
        assertThat(CloudLimits.refusal(GCP, new AllowedValue("x".repeat(64)))).contains(LABEL_VALUES);
        assertThat(CloudLimits.refusal(GCP, new AllowedValue("Prod"))).contains(LABEL_VALUES);
    }

    @Test
    void nothing_is_known_of_other_clouds() {
        assertThat(CloudLimits.refusal(ORACLE, new TagKey("aws:" + "?".repeat(1_000))))
                .isEmpty();
        assertThat(CloudLimits.refusal(ORACLE, new AllowedValue("?".repeat(1_000))))
                .isEmpty();
    }

    @Test
    void a_key_that_a_cloud_cannot_have_is_told_once_for_each_rule_and_cloud_of_the_scope() {
        String google = "no resource there can have the key 'Cost/Center': " + LABELS
                + "; name another key under cloud_specific.gcp";
        String azure = "no resource there can have the key 'Cost/Center': tag names have up to 512 characters, none of"
                + " <>%&\\?/; name another key under cloud_specific.azure";

        assertThat(PolicyAdvice.on(policy(Set.of(GCP), rule("Cost/Center"), rule("owner"))))
                .containsExactly(new PolicyAdvice(new RuleId("Cost/Center"), GCP, google));
        assertThat(PolicyAdvice.on(policy(Set.of(AZURE), rule("Cost/Center"))))
                .containsExactly(new PolicyAdvice(new RuleId("Cost/Center"), AZURE, azure));
        assertThat(PolicyAdvice.on(policy(Set.of(AWS, ORACLE), rule("Cost/Center"))))
                .containsExactly(new PolicyAdvice(
                        new RuleId("scope"), ORACLE, "no cloud that this program knows; those are aws, azure and gcp"));
        assertThat(PolicyAdvice.on(policy(Set.of(), rule("Cost/Center")))).isEmpty();
    }

    @Test
    void an_optional_rule_is_looked_at_after_the_required_ones() {
        TagPolicy policy = TagPolicy.of(
                new PolicyHeader("1.0", "", ""),
                PolicyRules.of(List.of(rule("Owner")), List.of(rule("Team"))),
                NamingRules.NONE);

        assertThat(PolicyAdvice.on(scoped(policy, Set.of(GCP), NamingRules.NONE)))
                .extracting(advice -> advice.rule().text())
                .containsExactly("Owner", "Team");
    }

    @Test
    void where_the_case_of_keys_does_not_matter_a_key_is_taken_in_lower_case() {
        NamingRules anyCase =
                new NamingRules(KeyCase.INSENSITIVE, SpecialCharacters.ALLOWED, 9, 9, List.of(), Severity.ERROR);
        TagPolicy policy = policy(Set.of(GCP), rule("Owner"), rule("Cost/Center"));

        assertThat(PolicyAdvice.on(scoped(policy, policy.scope(), anyCase)))
                .extracting(advice -> advice.rule().text())
                .containsExactly("Cost/Center");
    }

    @Test
    void a_list_of_values_is_impossible_where_each_of_them_is() {
        String why = "no resource there can have any of the values of 'env': " + LABEL_VALUES
                + "; name other values under cloud_specific.gcp";

        assertThat(PolicyAdvice.on(policy(Set.of(GCP), rule("env", oneOf(ValueCase.EXACT, "Prod", "Test")))))
                .containsExactly(new PolicyAdvice(new RuleId("env"), GCP, why));
        assertThat(PolicyAdvice.on(policy(Set.of(GCP), rule("env", oneOf(ValueCase.EXACT, "Prod", "test")))))
                .isEmpty();
        assertThat(PolicyAdvice.on(policy(Set.of(GCP), rule("env", oneOf(ValueCase.ANY, "Prod", "Test")))))
                .isEmpty();
        assertThat(PolicyAdvice.on(policy(Set.of(GCP), rule("env", new ValueRule.Matches("[A-Z]+", ValueCase.EXACT)))))
                .isEmpty();
    }

    @Test
    void what_is_written_for_a_cloud_is_what_counts_there() {
        Demand elsewhere = Demand.of(new TagKey("cost_center"), List.of());
        TagRule both =
                rule("CostCenter", RuleScope.EVERYTHING, Map.of(GCP, new CloudOverride(elsewhere, "")), List.of());

        assertThat(PolicyAdvice.on(policy(Set.of(GCP), both))).isEmpty();
    }

    @Test
    void a_rule_that_is_not_about_a_cloud_is_not_told_of_it() {
        AppliesTo instances = new AppliesTo.Selected(Set.of(new AppliesTo.OfType(new ResourceType("ec2:instance"))));
        AppliesTo machines = new AppliesTo.Selected(Set.of(new AppliesTo.OfCategory(Category.COMPUTE_INSTANCE)));
        PlaceScope onAws = new PlaceScope(Set.of(AWS), Set.of(), Set.of(), Set.of(), Set.of());
        PlaceScope onGoogle = new PlaceScope(Set.of(GCP), Set.of(), Set.of(), Set.of(), Set.of());

        assertThat(advised(new RuleScope(instances, PlaceScope.ANYWHERE))).isFalse();
        assertThat(advised(new RuleScope(machines, PlaceScope.ANYWHERE))).isTrue();
        assertThat(advised(new RuleScope(AppliesTo.EVERYTHING, onAws))).isFalse();
        assertThat(advised(new RuleScope(AppliesTo.EVERYTHING, onGoogle))).isTrue();
        assertThat(advised(new RuleScope(instances, onGoogle))).isFalse();
    }

    @Test
    void a_type_that_can_not_be_tagged_is_told_and_one_that_is_a_slip_gets_what_was_meant() {
        assertThat(whys("bedrock:foundation-model"))
                .containsExactly(
                        "the type 'bedrock:foundation-model' can't be tagged, as its cloud says; leave it out of the rule");
        assertThat(whys("ec2:instanse"))
                .containsExactly("the type 'ec2:instanse' is in no catalogue; did you mean 'ec2:instance'?");
        assertThat(whys("ec2:instance")).isEmpty();
    }

    private static List<String> whys(String type) {
        AppliesTo named = new AppliesTo.Selected(Set.of(new AppliesTo.OfType(new ResourceType(type))));
        TagRule rule = rule("Owner", new RuleScope(named, PlaceScope.ANYWHERE), Map.of(), List.of());
        return PolicyAdvice.on(policy(Set.of(AWS), rule)).stream()
                .map(PolicyAdvice::why)
                .toList();
    }

    private static boolean advised(RuleScope scope) {
        return !PolicyAdvice.on(policy(Set.of(GCP), rule("Owner", scope, Map.of(), List.of())))
                .isEmpty();
    }

    private static TagPolicy policy(Set<Cloud> scope, TagRule... required) {
        TagPolicy policy = TagPolicy.of(
                new PolicyHeader("1.0", "", ""), PolicyRules.of(List.of(required), List.of()), NamingRules.NONE);
        return scoped(policy, scope, NamingRules.NONE);
    }

    private static TagPolicy scoped(TagPolicy policy, Set<Cloud> scope, NamingRules naming) {
        return new TagPolicy(policy.header(), scope, policy.rules(), naming, List.of(), List.of(), Map.of());
    }

    private static TagRule rule(String key, ValueRule... values) {
        return rule(key, RuleScope.EVERYTHING, Map.of(), List.of(values));
    }

    private static TagRule rule(
            String key, RuleScope scope, Map<Cloud, CloudOverride> overrides, List<ValueRule> values) {
        return new TagRule(
                new RuleId(key),
                Demand.of(new TagKey(key), values),
                overrides,
                scope,
                Leniency.NONE,
                Severity.ERROR,
                RuleText.NONE);
    }

    private static ValueRule oneOf(ValueCase valueCase, String... values) {
        return new ValueRule.OneOf(Stream.of(values).map(AllowedValue::new).toList(), valueCase);
    }
}
