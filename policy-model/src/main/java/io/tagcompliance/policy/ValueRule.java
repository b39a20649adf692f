package io.tagcompliance.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a rule demands of a value that is there. */
public sealed interface ValueRule {
    ValueCase valueCase();

    /**
     * The value is one of a list.
     *
     * @param synonyms what people write instead, by the allowed value that they mean; compared in any case. A synonym is
     *                 not allowed, but told apart from a mistake
     * @param list     the name of the shared list that the values come from; empty where they are the rule's own
     */
    record OneOf(List<AllowedValue> values, ValueCase valueCase, Map<String, List<String>> synonyms, String list)
            implements ValueRule {
        /** @throws IllegalArgumentException where the list is empty */
        public OneOf {
            values = List.copyOf(values);
            synonyms = Collections.unmodifiableMap(new LinkedHashMap<>(synonyms));
            if (values.isEmpty()) {
                throw new IllegalArgumentException("a list of allowed values has at least one");
            }
        }

        /** The rule's own values, without synonyms. */
        public OneOf(List<AllowedValue> values, ValueCase valueCase) {
            this(values, valueCase, Map.of(), "");
        }

        public boolean admits(String value) {
            return values.stream().anyMatch(allowed -> allowed.admits(value, valueCase));
        }

        /** The allowed value that such a value is a synonym of, stray spaces aside. */
        public Optional<String> meantBy(String value) {
            return synonyms.entrySet().stream()
                    .filter(entry -> entry.getValue().stream().anyMatch(value.strip()::equalsIgnoreCase))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }
    }

    /** The whole value matches a regular expression in the syntax of RE2, which runs in linear time. */
    record Matches(String pattern, ValueCase valueCase) implements ValueRule {}
}
