package io.tagcompliance.policy;

import java.util.List;

/** What must be true of the tags of a resource for a conditional rule to ask anything of it. */
public sealed interface Condition {
    /** A tag has such a value. A key in a case that the policy doesn't allow is not there. */
    record HasValue(TagKey tag, ValueRule value) implements Condition {}

    /** A tag is there, whatever its value. */
    record IsPresent(TagKey tag) implements Condition {}

    /** The other condition doesn't hold. */
    record Not(Condition condition) implements Condition {}

    /** Each of these holds. */
    record AllOf(List<Condition> conditions) implements Condition {
        /** @throws IllegalArgumentException where there is none */
        public AllOf {
            conditions = atLeastOne(conditions);
        }
    }

    /** At least one of these holds. */
    record AnyOf(List<Condition> conditions) implements Condition {
        /** @throws IllegalArgumentException where there is none */
        public AnyOf {
            conditions = atLeastOne(conditions);
        }
    }

    private static List<Condition> atLeastOne(List<Condition> conditions) {
        if (conditions.isEmpty()) {
            throw new IllegalArgumentException("a list of conditions has at least one");
        }
        return List.copyOf(conditions);
    }
}
