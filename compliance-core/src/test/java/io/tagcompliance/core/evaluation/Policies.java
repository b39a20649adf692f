package io.tagcompliance.core.evaluation;

import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.policy.AllowedValue;
import io.tagcompliance.policy.AppliesTo;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.Demand;
import io.tagcompliance.policy.Leniency;
import io.tagcompliance.policy.NamingRules;
import io.tagcompliance.policy.NamingRules.KeyCase;
import io.tagcompliance.policy.NamingRules.SpecialCharacters;
import io.tagcompliance.policy.PlaceScope;
import io.tagcompliance.policy.PolicyHeader;
import io.tagcompliance.policy.PolicyRules;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.RuleId;
import io.tagcompliance.policy.RuleScope;
import io.tagcompliance.policy.RuleText;
import io.tagcompliance.policy.Severity;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.TagRule;
import io.tagcompliance.policy.ValueCase;
import io.tagcompliance.policy.ValueRule;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Policies of a line or two, and what they say of an instance. */
final class Policies {
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    static final ResourceType EC2_INSTANCE = new ResourceType("ec2:instance");

    private Policies() {}

    static TagPolicy policy(NamingRules naming, List<TagRule> required, List<TagRule> optional) {
        return TagPolicy.of(new PolicyHeader("1.0", "", ""), PolicyRules.of(required, optional), naming);
    }

    static TagPolicy requiring(KeyCase keyCase, TagRule... rules) {
        return policy(naming(keyCase), List.of(rules), List.of());
    }

    static NamingRules naming(KeyCase keyCase) {
        return new NamingRules(
                keyCase, SpecialCharacters.ALLOWED, Integer.MAX_VALUE, Integer.MAX_VALUE, List.of(), Severity.ERROR);
    }

    static TagRule rule(String key, ValueRule... values) {
        return rule(key, Severity.ERROR, AppliesTo.EVERYTHING, List.of(values));
    }

    static TagRule rule(String key, Severity severity, AppliesTo appliesTo, List<ValueRule> values) {
        return new TagRule(
                new RuleId("rule " + key),
                Demand.of(new TagKey(key), values),
                Map.of(),
                new RuleScope(appliesTo, PlaceScope.ANYWHERE),
                Leniency.NONE,
                severity,
                RuleText.NONE);
    }

    static AppliesTo types(String... names) {
        return new AppliesTo.Selected(Set.copyOf(Stream.of(names)
                .map(name -> new AppliesTo.OfType(new ResourceType(name)))
                .toList()));
    }

    static ValueRule oneOf(ValueCase valueCase, String... values) {
        return new ValueRule.OneOf(Stream.of(values).map(AllowedValue::new).toList(), valueCase);
    }

    static ValueRule oneOf(String... values) {
        return oneOf(ValueCase.EXACT, values);
    }

    static ValueRule matches(String pattern) {
        return new ValueRule.Matches(pattern, ValueCase.EXACT);
    }

    /** Tags in the order given: key, value, key, value. */
    static Map<String, String> tags(String... keysAndValues) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (int at = 0; at < keysAndValues.length; at += 2) {
            tags.put(keysAndValues[at], keysAndValues[at + 1]);
        }
        return tags;
    }

    static Verdict judge(TagPolicy policy, Map<String, String> tags) {
        return CompiledPolicy.of(policy).judge(Subject.of(Cloud.AWS, EC2_INSTANCE, TagReading.known(tags)), NOW);
    }

    /** Each violation of an instance as {@code key:issue}, in order. */
    static List<String> issues(TagPolicy policy, String... tags) {
        return violations(policy, tags).stream()
                .map(violation -> violation.tag() + ":" + violation.issue())
                .toList();
    }

    static List<Violation> violations(TagPolicy policy, String... tags) {
        return judge(policy, tags(tags)) instanceof Verdict.Judged judged ? judged.violations() : List.of();
    }
}
