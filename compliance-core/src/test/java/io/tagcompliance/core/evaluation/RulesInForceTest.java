package io.tagcompliance.core.evaluation;

import static io.tagcompliance.core.evaluation.Policies.EC2_INSTANCE;
import static io.tagcompliance.core.evaluation.Policies.NOW;
import static io.tagcompliance.core.evaluation.Policies.oneOf;
import static io.tagcompliance.core.evaluation.Policies.rule;
import static io.tagcompliance.core.evaluation.Policies.tags;
import static io.tagcompliance.core.evaluation.Policies.types;
import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.Location;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.policy.AppliesTo;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.CloudOverride;
import io.tagcompliance.policy.Condition;
import io.tagcompliance.policy.ConditionalRule;
import io.tagcompliance.policy.Consequence;
import io.tagcompliance.policy.Demand;
import io.tagcompliance.policy.Leniency;
import io.tagcompliance.policy.NamePattern;
import io.tagcompliance.policy.NamingRules;
import io.tagcompliance.policy.Place;
import io.tagcompliance.policy.PlaceScope;
import io.tagcompliance.policy.PolicyHeader;
import io.tagcompliance.policy.PolicyRules;
import io.tagcompliance.policy.ProhibitedTag;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.RuleId;
import io.tagcompliance.policy.RuleScope;
import io.tagcompliance.policy.RuleText;
import io.tagcompliance.policy.Severity;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.TagRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which rules of a policy hold for a type, in a cloud, at a place. */
class RulesInForceTest {
    private static final Place HERE = new Place("111", "eu-west-1", "shop", "db");
    private static final TagRule PROJECT = rule("Project", oneOf("atlas"));

    @Test
    void required_and_optional_rules_are_listed_as_they_hold_in_a_cloud_at_a_place() {
        Demand label = Demand.of(new TagKey("owner"), List.of());
        TagRule anywhere = scoped("Owner", RuleScope.EVERYTHING, Map.of(Cloud.GCP, new CloudOverride(label, "")));
        TagRule here = scoped("Owner", at("111"), Map.of());
        TagRule volumes = rule("Size", Severity.ERROR, types("ec2:volume"), List.of());
        CompiledPolicy policy = CompiledPolicy.of(Policies.policy(
                NamingRules.NONE,
                List.of(anywhere, here, volumes),
                List.of(PROJECT, scoped("Team", at("2"), Map.of()))));

        assertThat(policy.requiredOf(Cloud.AWS, EC2_INSTANCE, HERE)).containsExactly(here);
        assertThat(policy.requiredOf(Cloud.AWS, EC2_INSTANCE, Place.UNKNOWN)).containsExactly(anywhere);
        assertThat(policy.requiredOf(Cloud.AWS, new ResourceType("EC2:Volume"), HERE))
                .containsExactly(here, volumes);
        assertThat(policy.requiredOf(Cloud.GCP, EC2_INSTANCE, Place.UNKNOWN))
                .singleElement()
                .extracting(TagRule::key)
                .isEqualTo(new TagKey("owner"));
        assertThat(policy.optionalOf(Cloud.AWS, EC2_INSTANCE, HERE)).containsExactly(PROJECT);
        assertThat(policy.optionalOf(Cloud.AWS, EC2_INSTANCE, new Place("2", "", "", "")))
                .extracting(TagRule::key)
                .containsExactly(new TagKey("Project"), new TagKey("Team"));
    }

    @Test
    void a_conditional_or_a_prohibiting_rule_alone_makes_a_policy_apply_where_it_holds() {
        ConditionalRule forbidding = new ConditionalRule(
                new RuleId("if"),
                new Condition.IsPresent(new TagKey("Data")),
                new Consequence.Forbid(new TagKey("Public")),
                RuleScope.EVERYTHING,
                Severity.ERROR,
                RuleText.NONE);
        ProhibitedTag secrets = new ProhibitedTag(
                new RuleId("no"), new NamePattern("*password*"), at("111"), Severity.ERROR, RuleText.NONE);
        PolicyRules only =
                new PolicyRules(List.of(), List.of(PROJECT), List.of(forbidding), List.of(), List.of(), Map.of());
        PolicyRules prohibiting =
                new PolicyRules(List.of(), List.of(PROJECT), List.of(), List.of(secrets), List.of(), Map.of());

        assertThat(verdict(only, HERE)).isInstanceOf(Verdict.Judged.class);
        assertThat(verdict(prohibiting, HERE)).isInstanceOf(Verdict.Judged.class);
        assertThat(verdict(prohibiting, Place.UNKNOWN)).isEqualTo(new Verdict.NotApplicable());
    }

    @Test
    void a_key_is_carried_in_the_case_that_the_policy_asks_for() {
        TagPolicy written = Policies.policy(NamingRules.NONE, List.of(PROJECT), List.of());
        CompiledPolicy policy = CompiledPolicy.of(written);

        assertThat(policy.carries(Tags.of(tags("Owner", "")), new TagKey("Owner")))
                .isTrue();
        assertThat(policy.carries(Tags.of(tags("owner", "")), new TagKey("Owner")))
                .isFalse();
        assertThat(policy.policy()).isSameAs(written);
    }

    @Test
    void an_alias_is_told_from_a_missing_key_in_any_case_and_counts_only_without_the_key() {
        TagRule owner = new TagRule(
                new RuleId("owner"),
                new Demand(new TagKey("Owner"), List.of(new TagKey("team"), new TagKey("squad")), List.of()),
                Map.of(),
                RuleScope.EVERYTHING,
                Leniency.NONE,
                Severity.ERROR,
                RuleText.NONE);
        TagPolicy policy = Policies.policy(NamingRules.NONE, List.of(owner), List.of());

        assertThat(Policies.violations(policy, "squad", "b", "team", "a"))
                .containsExactly(new Violation.KnownAlias(owner, "team", "a"));
        assertThat(Policies.violations(policy, "SQUAD", "b"))
                .containsExactly(new Violation.KnownAlias(owner, "SQUAD", "b"));
        assertThat(Policies.violations(policy, "OWNER", "c", "team", "a"))
                .containsExactly(new Violation.WrongKeyCase(owner, "OWNER", "c"));
        assertThat(Policies.issues(policy, "Owner", "c", "team", "a")).isEmpty();
        assertThat(Policies.issues(policy, "teams", "a")).containsExactly("Owner:missing_required_tag");
        assertThat(new Violation.KnownAlias(owner, "team", "a").issue()).isEqualTo("known_alias");
    }

    @Test
    void keys_of_aws_itself_are_never_prohibited_and_an_empty_key_is_no_exception() {
        ProhibitedTag anything = new ProhibitedTag(
                new RuleId("no"), new NamePattern("*"), RuleScope.EVERYTHING, Severity.ERROR, RuleText.NONE);
        TagPolicy policy = TagPolicy.of(
                new PolicyHeader("3.0", "", ""),
                new PolicyRules(List.of(), List.of(), List.of(), List.of(anything), List.of(), Map.of()),
                NamingRules.NONE);

        assertThat(Policies.violations(policy, "aws:createdBy", "x", "AWS:y", "z", "", "e", "a", "b"))
                .containsExactly(
                        new Violation.ProhibitedKey(anything, "", "e"),
                        new Violation.ProhibitedKey(anything, "a", "b"));
    }

    @Test
    void the_subject_of_a_resource_is_all_that_a_policy_looks_at() {
        Resource resource = new Resource(
                new ResourceId(Cloud.AWS, "arn:aws:ec2:eu-west-1:111122223333:instance/i-1"),
                EC2_INSTANCE,
                new Location(new AccountId("111122223333"), new Region("eu-west-1")),
                "web",
                TagReading.known(tags("Owner", "me")),
                new Creation.At(NOW));

        assertThat(Subject.of(resource, Lineage.NONE))
                .isEqualTo(new Subject(
                        Cloud.AWS,
                        EC2_INSTANCE,
                        resource.id().text(),
                        new Place("111122223333", "eu-west-1", "", "web"),
                        resource.tags(),
                        resource.creation(),
                        Lineage.NONE));
    }

    private static Verdict verdict(PolicyRules rules, Place place) {
        Subject bare = new Subject(
                Cloud.AWS, EC2_INSTANCE, "", place, TagReading.known(Map.of()), Creation.UNKNOWN, Lineage.NONE);
        return CompiledPolicy.of(TagPolicy.of(new PolicyHeader("3.0", "", ""), rules, NamingRules.NONE))
                .judge(bare, NOW);
    }

    private static TagRule scoped(String key, RuleScope scope, Map<Cloud, CloudOverride> overrides) {
        return new TagRule(
                new RuleId(key + scope.place().accounts()),
                Demand.of(new TagKey(key), List.of()),
                overrides,
                scope,
                Leniency.NONE,
                Severity.ERROR,
                RuleText.NONE);
    }

    private static RuleScope at(String account) {
        return new RuleScope(
                AppliesTo.EVERYTHING, new PlaceScope(Set.of(), Set.of(account), Set.of(), Set.of(), Set.of()));
    }
}
