package io.tagcompliance.core.evaluation;

import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.policy.PolicyRule;
import java.util.List;
import java.util.Locale;

/** What one rule says of one resource. */
public sealed interface RuleOutcome {
    /** The rule as it holds in the resource's cloud. */
    PolicyRule rule();

    /** It is fulfilled, or asks for nothing. */
    record Passed(PolicyRule rule, Because because) implements RuleOutcome {}

    /** It is not, at least once. */
    record Failed(PolicyRule rule, List<Violation> violations) implements RuleOutcome {}

    /** It is not, and that doesn't count. */
    record Waived(PolicyRule rule, List<Waiver> waivers) implements RuleOutcome {}

    /** Nobody knows, since its tags could not be read, or those of a parent that may have the key. */
    record NotEvaluated(PolicyRule rule, ReadFailure failure) implements RuleOutcome {}

    /** Why a rule passes. */
    enum Because {
        ITS_TAG_IS_RIGHT,
        /** The tag of a parent is. */
        INHERITED,
        /** The key isn't there, and need not be. */
        NOT_THERE,
        CONDITION_NOT_FULFILLED;

        /** In a few words: {@code its tag is right}. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
