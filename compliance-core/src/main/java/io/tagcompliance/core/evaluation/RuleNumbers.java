package io.tagcompliance.core.evaluation;

import io.tagcompliance.policy.PolicyRule;
import io.tagcompliance.policy.RuleId;
import io.tagcompliance.policy.TagPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Numbers for the rules of a policy, those of naming included. */
final class RuleNumbers {
    private final List<RuleId> rules = new ArrayList<>();
    private final Map<RuleId, Integer> numbers = new HashMap<>();
    private final boolean distinct;

    RuleNumbers(TagPolicy policy) {
        Stream.concat(
                        policy.rules().all().map(PolicyRule::id),
                        Stream.of(
                                NamingJudge.SPECIAL_CHARACTERS,
                                NamingJudge.RESERVED_PREFIXES,
                                NamingJudge.MAX_KEY_LENGTH,
                                NamingJudge.MAX_VALUE_LENGTH))
                .forEach(rules::add);
        rules.forEach(rule -> numbers.put(rule, numbers.size()));
        this.distinct = numbers.size() == rules.size();
    }

    /** Whether no two rules have the same id: a policy from a file has been checked for that. */
    boolean areDistinct() {
        return distinct;
    }

    int size() {
        return rules.size();
    }

    RuleId rule(int number) {
        return rules.get(number);
    }

    int of(RuleId rule) {
        return numbers.getOrDefault(rule, -1);
    }
}
