package io.tagcompliance.core.evaluation;

import io.tagcompliance.core.evaluation.RuleOutcome.Because;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.policy.Condition;
import io.tagcompliance.policy.ConditionalRule;
import io.tagcompliance.policy.Consequence;
import io.tagcompliance.policy.NamingRules.KeyCase;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A rule across tags, ready to judge. */
record CompiledConditional(ConditionalRule rule, Predicate<Tags> when, Predicate<Tags> then) {
    static CompiledConditional of(ConditionalRule rule, KeyCase keyCase) {
        return new CompiledConditional(rule, condition(rule.when(), keyCase), consequence(rule.then(), keyCase));
    }

    Optional<Violation> judge(Tags tags) {
        return when.test(tags) && !then.test(tags)
                ? Optional.of(new Violation.ConditionNotMet(
                        rule, FoundKey.of(rule.then().key(), tags)))
                : Optional.empty();
    }

    /** Why the rule passes, where it does. */
    Because because(Tags tags) {
        return when.test(tags) ? Because.ITS_TAG_IS_RIGHT : Because.CONDITION_NOT_FULFILLED;
    }

    private static Predicate<Tags> condition(Condition condition, KeyCase keyCase) {
        return switch (condition) {
            case Condition.HasValue has -> {
                CompiledValues values = CompiledValues.of(List.of(has.value()));
                yield tags -> FoundKey.of(has.tag(), tags)
                        .value(keyCase)
                        .filter(values::admit)
                        .isPresent();
            }
            case Condition.IsPresent is ->
                tags -> FoundKey.of(is.tag(), tags).value(keyCase).isPresent();
            case Condition.Not not -> condition(not.condition(), keyCase).negate();
            case Condition.AllOf all ->
                all.conditions().stream()
                        .map(one -> condition(one, keyCase))
                        .reduce(Predicate::and)
                        .orElseThrow();
            case Condition.AnyOf any ->
                any.conditions().stream()
                        .map(one -> condition(one, keyCase))
                        .reduce(Predicate::or)
                        .orElseThrow();
        };
    }

    private static Predicate<Tags> consequence(Consequence then, KeyCase keyCase) {
        return switch (then) {
            case Consequence.Require require -> {
                CompiledValues values = CompiledValues.of(require.demand().values());
                yield tags -> FoundKey.of(require.key(), tags)
                        .value(keyCase)
                        .filter(values::admit)
                        .isPresent();
            }
            case Consequence.SameAs same ->
                tags -> {
                    Optional<String> value = FoundKey.of(same.key(), tags).value(keyCase);
                    return value.isPresent()
                            && value.equals(FoundKey.of(same.other(), tags).value(keyCase));
                };
            case Consequence.Forbid forbid -> tags -> FoundKey.of(forbid.key(), tags) instanceof FoundKey.Missing;
        };
    }
}
