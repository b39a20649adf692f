package io.tagcompliance.core.evaluation;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Predicate;

/**
 * What is remembered of a policy for as long as one scan or batch is: what each demand says of each value, and each rule of
 * those that are wrong. A memory that
 * outlived it would be a cache that strangers fill. Guarded by its user.
 */
final class PolicyMemory {
    private final NamingJudge naming;
    private final RuleNumbers numbers;
    private final int values;
    private final List<long[]> words = new ArrayList<>();
    private final ValueVerdicts lengths;
    private final IdentityHashMap<CompiledValues, ValueVerdicts> byDemand = new IdentityHashMap<>();
    private final IdentityHashMap<CompiledRule, ValueViolations> violations = new IdentityHashMap<>();

    /** @param values how many values there are */
    PolicyMemory(CompiledPolicy policy, int values) {
        this.naming = policy.naming();
        this.numbers = new RuleNumbers(policy.policy());
        this.values = values;
        this.lengths = verdicts(naming::admitsValue, 0);
    }

    NamingJudge naming() {
        return naming;
    }

    RuleNumbers numbers() {
        return numbers;
    }

    ValueVerdicts verdicts(CompiledValues demand) {
        return byDemand.computeIfAbsent(demand, absent -> verdicts(demand::admit, byDemand.size() + 1));
    }

    private ValueVerdicts verdicts(Predicate<String> demand, int number) {
        if (number % ValueVerdicts.IN_WORD == 0) {
            words.add(new long[values + 1]);
        }
        return new ValueVerdicts(demand, words.getLast(), number);
    }

    ValueViolations violations(CompiledRule rule) {
        return violations.computeIfAbsent(rule, ValueViolations::new);
    }

    /** Whether values are short enough. */
    ValueVerdicts lengths() {
        return lengths;
    }
}
