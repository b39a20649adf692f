package io.tagcompliance.core.spi;

import io.tagcompliance.policy.TagPolicy;

/** Gives the policy in force. Safe for many threads, and cheap to ask each time. */
@FunctionalInterface
public interface PolicySource {
    PolicyInForce current();

    /** A source that always gives the same policy. */
    static PolicySource of(TagPolicy policy) {
        PolicyInForce inForce = new PolicyInForce(policy, "given by the program", new Health.Sound());
        return () -> inForce;
    }

    /**
     * A policy, and where it comes from.
     *
     * @param origin a few words for people, without a path
     */
    record PolicyInForce(TagPolicy policy, String origin, Health health) {}

    /** Whether the policy in force is the one that should be. */
    sealed interface Health {
        /** It is. */
        record Sound() implements Health {}

        /** There is a newer one that can't be used, so the last good one stays in force. */
        record NewerOneRejected(String problem) implements Health {}
    }
}
