package io.tagcompliance.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One demand on one key.
 *
 * @param id          names the rule in answers
 * @param key         the key as it should be written
 * @param values      the demands on the value, judged in this order until one fails; none = any value
 * @param appliesTo   the types that the rule is about
 * @param severity    what a violation of it weighs
 * @param description for people; empty where the file has none
 * @param notes       remarks for people, by cloud
 */
public record TagRule(
        RuleId id,
        TagKey key,
        List<ValueRule> values,
        AppliesTo appliesTo,
        Severity severity,
        String description,
        Map<Cloud, String> notes) {
    public TagRule {
        values = List.copyOf(values);
        notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
    }

    /** The allowed values, as they were written; empty where any value, or any that fits a pattern, will do. */
    public List<AllowedValue> allowedValues() {
        return values.stream()
                .filter(ValueRule.OneOf.class::isInstance)
                .flatMap(rule -> ((ValueRule.OneOf) rule).values().stream())
                .toList();
    }
}
