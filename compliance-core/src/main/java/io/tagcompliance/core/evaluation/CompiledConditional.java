package io.tagcompliance.core.evaluation;

import io.tagcompliance.core.evaluation.RuleOutcome.Because;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.policy.Condition;
import io.tagcompliance.policy.ConditionalRule;
import io.tagcompliance.policy.Consequence;
import io.tagcompliance.policy.TagKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A rule across tags, ready to judge. */
record CompiledConditional(ConditionalRule rule, TagKey key, Predicate<Tags> when, Predicate<Tags> then) {
    static CompiledConditional of(ConditionalRule rule, CloudKeys keys) {
        return new CompiledConditional(
                rule, keys.of(rule.then().key()), condition(rule.when(), keys), consequence(rule.then(), keys));
    }

    Optional<Violation> judge(Tags tags) {
        return when.test(tags) && !then.test(tags)
                ? Optional.of(new Violation.ConditionNotMet(rule, key, FoundKey.of(key, tags)))
                : Optional.empty();
    }

    /** Why the rule passes, where it does. */
    Because because(Tags tags) {
        return when.test(tags) ? Because.ITS_TAG_IS_RIGHT : Because.CONDITION_NOT_FULFILLED;
    }

    private static Predicate<Tags> condition(Condition condition, CloudKeys keys) {
        return switch (condition) {
            case Condition.HasValue has -> {
                CompiledValues values = CompiledValues.of(List.of(has.value()));
                yield tags -> keys.value(has.tag(), tags).filter(values::admit).isPresent();
            }
            case Condition.IsPresent is -> tags -> keys.value(is.tag(), tags).isPresent();
            case Condition.Not not -> condition(not.condition(), keys).negate();
            case Condition.AllOf all -> {
                List<Predicate<Tags>> conditions = conditions(all.conditions(), keys);
                yield tags -> conditions.stream().allMatch(one -> one.test(tags));
            }
            case Condition.AnyOf any -> {
                List<Predicate<Tags>> conditions = conditions(any.conditions(), keys);
                yield tags -> conditions.stream().anyMatch(one -> one.test(tags));
            }
        };
    }

    private static List<Predicate<Tags>> conditions(List<Condition> conditions, CloudKeys keys) {
        return conditions.stream().map(one -> condition(one, keys)).toList();
    }

    private static Predicate<Tags> consequence(Consequence then, CloudKeys keys) {
        return switch (then) {
            case Consequence.Require require -> {
                CompiledValues values = CompiledValues.of(require.demand().values());
                yield tags ->
                        keys.value(require.key(), tags).filter(values::admit).isPresent();
            }
            case Consequence.SameAs same ->
                tags -> {
                    Optional<String> value = keys.value(same.key(), tags);
                    return value.isPresent() && value.equals(keys.value(same.other(), tags));
                };
            case Consequence.Forbid forbid ->
                tags -> FoundKey.of(keys.of(forbid.key()), tags) instanceof FoundKey.Missing;
        };
    }
}
