package io.tagcompliance.core.evaluation;

import io.tagcompliance.core.evaluation.RuleOutcome.Because;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.policy.Condition;
import io.tagcompliance.policy.ConditionalRule;
import io.tagcompliance.policy.Consequence;
import io.tagcompliance.policy.TagKey;
import java.util.List;
import java.util.Optional;

/** A rule across tags, ready to judge. */
record CompiledConditional(ConditionalRule rule, TagKey key, TagTest when, TagTest then) {
    static CompiledConditional of(ConditionalRule rule, CloudKeys keys) {
        return new CompiledConditional(
                rule, keys.of(rule.then().key()), condition(rule.when(), keys), consequence(rule.then(), keys));
    }

    Optional<Violation> judge(Tags tags) {
        return when.holds(tags) && !then.holds(tags) ? Optional.of(violatedBy(tags)) : Optional.empty();
    }

    /** What is wrong with tags that violate it. */
    Violation violatedBy(Tags tags) {
        return new Violation.ConditionNotMet(rule, key, FoundKey.of(key, tags));
    }

    /** Why the rule passes, where it does. */
    Because because(Tags tags) {
        return when.holds(tags) ? Because.ITS_TAG_IS_RIGHT : Because.CONDITION_NOT_FULFILLED;
    }

    private static TagTest condition(Condition condition, CloudKeys keys) {
        return switch (condition) {
            case Condition.HasValue has ->
                new TagTest.HasValue(keys.counting(has.tag()), CompiledValues.of(List.of(has.value())));
            case Condition.IsPresent is -> new TagTest.IsPresent(keys.counting(is.tag()));
            case Condition.Not not -> new TagTest.Not(condition(not.condition(), keys));
            case Condition.AllOf all -> new TagTest.AllOf(conditions(all.conditions(), keys));
            case Condition.AnyOf any -> new TagTest.AnyOf(conditions(any.conditions(), keys));
        };
    }

    private static List<TagTest> conditions(List<Condition> conditions, CloudKeys keys) {
        return conditions.stream().map(one -> condition(one, keys)).toList();
    }

    private static TagTest consequence(Consequence then, CloudKeys keys) {
        return switch (then) {
            case Consequence.Require require ->
                new TagTest.HasValue(
                        keys.counting(require.key()),
                        CompiledValues.of(require.demand().values()));
            case Consequence.SameAs same ->
                new TagTest.SameValue(keys.counting(same.key()), keys.counting(same.other()));
            case Consequence.Forbid forbid -> new TagTest.IsAbsent(keys.of(forbid.key()));
        };
    }
}
