package io.tagcompliance.core.evaluation;

import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.NamingRules.KeyCase;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.TagRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A policy made ready to judge resources. Immutable to its users, safe for many threads. */
public final class CompiledPolicy {
    /** Types come from strangers' files too; past this many, rules are looked up afresh instead of remembered. */
    private static final int MOST_TYPES_REMEMBERED = 2_000;

    private final TagPolicy policy;
    private final KeyCase keyCase;
    private final List<CompiledRule> required;
    private final List<CompiledRule> optional;
    private final NamingJudge naming;
    private final Map<TypeInCloud, RulesOfType> rulesByType = new ConcurrentHashMap<>();

    private CompiledPolicy(TagPolicy policy) {
        this.policy = policy;
        this.keyCase = policy.naming().keyCase();
        this.required = policy.required().stream().map(CompiledRule::of).toList();
        this.optional = policy.optional().stream().map(CompiledRule::of).toList();
        this.naming = new NamingJudge(policy.naming());
    }

    /**
     * The policy, ready to judge.
     *
     * @throws IllegalArgumentException where a pattern can't be compiled; a policy from a file has been checked for that
     */
    public static CompiledPolicy of(TagPolicy policy) {
        return new CompiledPolicy(policy);
    }

    public TagPolicy policy() {
        return policy;
    }

    /** The verdict on a resource. */
    public Verdict judge(Resource resource) {
        return judge(resource.id().cloud(), resource.type(), resource.tags());
    }

    /** The verdict on tags that a resource of that type has, or would have. */
    public Verdict judge(Cloud cloud, ResourceType type, TagReading reading) {
        RulesOfType rules = rulesOf(cloud, type);
        if (rules.required().isEmpty()) {
            return new Verdict.NotApplicable();
        }
        return switch (reading) {
            case TagReading.Unknown unknown -> new Verdict.NotEvaluated(unknown.failure());
            case TagReading.Known known -> new Verdict.Judged(violations(rules, known.tags()));
        };
    }

    /** The keys that this policy requires of such a resource and that are not among its tags, in any allowed case. */
    public List<TagKey> missingKeys(Cloud cloud, ResourceType type, Tags tags) {
        return rulesOf(cloud, type).required().stream()
                .filter(rule -> rule.find(tags) instanceof FoundKey.Missing)
                .map(rule -> rule.rule().key())
                .toList();
    }

    /** Whether a key is there, in the case that this policy asks for. */
    public boolean carries(Tags tags, TagKey key) {
        return switch (FoundKey.of(key, tags)) {
            case FoundKey.Exact exact -> true;
            case FoundKey.Variant variant -> keyCase == KeyCase.INSENSITIVE;
            case FoundKey.Missing missing -> false;
        };
    }

    /** The rules whose key must be there on resources of that type, in the order of the policy. */
    public List<TagRule> requiredOf(Cloud cloud, ResourceType type) {
        return rulesOf(cloud, type).required().stream().map(CompiledRule::rule).toList();
    }

    /** The rules whose key is judged where it is there, in the order of the policy. */
    public List<TagRule> optionalOf(Cloud cloud, ResourceType type) {
        return rulesOf(cloud, type).optional().stream().map(CompiledRule::rule).toList();
    }

    private List<Violation> violations(RulesOfType rules, Tags tags) {
        List<Violation> violations = new ArrayList<>();
        for (CompiledRule rule : rules.required()) {
            judgeRequired(rule, tags, violations);
        }
        for (CompiledRule rule : rules.optional()) {
            judgeOptional(rule, tags, violations);
        }
        naming.judge(tags, violations);
        return violations;
    }

    private void judgeRequired(CompiledRule rule, Tags tags, List<Violation> violations) {
        switch (rule.find(tags)) {
            case FoundKey.Missing missing -> violations.add(new Violation.MissingTag(rule.rule()));
            case FoundKey.Exact exact -> rule.judge(exact.value()).ifPresent(violations::add);
            case FoundKey.Variant variant
            when keyCase == KeyCase.INSENSITIVE -> rule.judge(variant.value()).ifPresent(violations::add);
            case FoundKey.Variant variant ->
                violations.add(new Violation.WrongKeyCase(rule.rule(), variant.key(), variant.value()));
        }
    }

    /** Where case matters, a case variant of an optional key is another key: nobody demanded this one. */
    private void judgeOptional(CompiledRule rule, Tags tags, List<Violation> violations) {
        switch (rule.find(tags)) {
            case FoundKey.Exact exact -> rule.judge(exact.value()).ifPresent(violations::add);
            case FoundKey.Variant variant
            when keyCase == KeyCase.INSENSITIVE -> rule.judge(variant.value()).ifPresent(violations::add);
            case FoundKey.Variant variant -> {}
            case FoundKey.Missing missing -> {}
        }
    }

    private RulesOfType rulesOf(Cloud cloud, ResourceType type) {
        TypeInCloud key = new TypeInCloud(cloud, type);
        RulesOfType remembered = rulesByType.get(key);
        if (remembered != null) {
            return remembered;
        }
        RulesOfType rules = select(cloud, type);
        if (rulesByType.size() < MOST_TYPES_REMEMBERED) {
            rulesByType.put(key, rules);
        }
        return rules;
    }

    private RulesOfType select(Cloud cloud, ResourceType type) {
        if (!policy.covers(cloud)) {
            return new RulesOfType(List.of(), List.of());
        }
        List<CompiledRule> demanded = covering(required, cloud, type);
        List<CompiledRule> judgedIfThere = covering(optional, cloud, type).stream()
                .filter(rule -> demanded.stream().noneMatch(other -> rule.isAboutTheKeyOf(other, keyCase)))
                .toList();
        return new RulesOfType(demanded, judgedIfThere);
    }

    private static List<CompiledRule> covering(List<CompiledRule> rules, Cloud cloud, ResourceType type) {
        return rules.stream()
                .filter(rule -> rule.rule().appliesTo().covers(cloud, type))
                .toList();
    }

    private record TypeInCloud(Cloud cloud, ResourceType type) {}

    /** The rules for one type; a key that is required is not judged a second time as an optional one. */
    private record RulesOfType(List<CompiledRule> required, List<CompiledRule> optional) {}
}
