package io.tagcompliance.core.advice;

import io.tagcompliance.policy.ConditionalRule;
import io.tagcompliance.policy.Consequence;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.TagRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys that a policy demands, of every resource or of those that fulfil a condition, by their general names. */
final class DemandedKeys {
    private DemandedKeys() {}

    /** Those that it demands somewhere: required ones, then those that conditions alone demand. */
    static List<TagKey> anywhere(TagPolicy policy) {
        return distinct(Stream.concat(
                required(policy), byConditions(policy, policy.rules().conditional())));
    }

    /** Those that such rules across tags demand; what they forbid is not among them. */
    static Stream<TagKey> byConditions(TagPolicy policy, List<ConditionalRule> rules) {
        return rules.stream()
                .flatMap(rule -> demanded(rule.then()).stream())
                .map(key -> required(policy)
                        .filter(one -> one.folded().equals(key.folded()))
                        .findFirst()
                        .orElse(key));
    }

    private static Optional<TagKey> demanded(Consequence then) {
        return switch (then) {
            case Consequence.Require require -> Optional.of(require.key());
            case Consequence.SameAs same -> Optional.of(same.key());
            case Consequence.Forbid forbid -> Optional.empty();
        };
    }

    private static Stream<TagKey> required(TagPolicy policy) {
        return policy.required().stream().map(TagRule::key);
    }

    /** Each once, in their order; names that differ in case are one. */
    static List<TagKey> distinct(Stream<TagKey> keys) {
        List<TagKey> distinct = new ArrayList<>();
        keys.filter(key -> distinct.stream().noneMatch(one -> one.folded().equals(key.folded())))
                .forEachOrdered(distinct::add);
        return List.copyOf(distinct);
    }
}
