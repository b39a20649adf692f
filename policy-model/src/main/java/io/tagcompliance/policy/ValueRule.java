package io.tagcompliance.policy;

import java.util.List;

/** What a rule demands of a value that is there. */
public sealed interface ValueRule {
    ValueCase valueCase();

    /** The value is one of a list. */
    record OneOf(List<AllowedValue> values, ValueCase valueCase) implements ValueRule {
        /** @throws IllegalArgumentException where the list is empty */
        public OneOf {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("a list of allowed values has at least one");
            }
        }

        public boolean admits(String value) {
            return values.stream().anyMatch(allowed -> allowed.admits(value, valueCase));
        }
    }

    /** The whole value matches a regular expression in the syntax of RE2, which runs in linear time. */
    record Matches(String pattern, ValueCase valueCase) implements ValueRule {}
}
