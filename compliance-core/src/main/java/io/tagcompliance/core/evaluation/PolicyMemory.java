package io.tagcompliance.core.evaluation;

import java.util.IdentityHashMap;
import java.util.Map;

/**
 * What is remembered of a policy for as long as one scan or batch is: what each demand says of each value. A memory that
 * outlived it would be a cache that strangers fill. Guarded by its user.
 */
final class PolicyMemory {
    private final NamingJudge naming;
    private final RuleNumbers numbers;
    private final int values;
    private final ValueVerdicts lengths;
    private final Map<CompiledValues, ValueVerdicts> byDemand = new IdentityHashMap<>();

    /** @param values how many values there are */
    PolicyMemory(CompiledPolicy policy, int values) {
        this.naming = policy.naming();
        this.numbers = new RuleNumbers(policy.policy());
        this.values = values;
        this.lengths = new ValueVerdicts(naming::admitsValue, values);
    }

    NamingJudge naming() {
        return naming;
    }

    RuleNumbers numbers() {
        return numbers;
    }

    ValueVerdicts verdicts(CompiledValues demand) {
        return byDemand.computeIfAbsent(demand, absent -> new ValueVerdicts(demand::admit, values));
    }

    /** Whether values are short enough. */
    ValueVerdicts lengths() {
        return lengths;
    }
}
