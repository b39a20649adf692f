package io.tagcompliance.policy;

import java.util.List;

/**
 * What must stand on a resource: a key, and what its value must be.
 *
 * @param key     as it should be written
 * @param aliases other keys by which people mean this one, compared in any case: a hit is not missing, but wrong
 * @param values  the demands on the value, judged in this order until one fails; none = any value
 */
public record Demand(TagKey key, List<TagKey> aliases, List<ValueRule> values) {
    public Demand {
        aliases = List.copyOf(aliases);
        values = List.copyOf(values);
    }

    /** A key without aliases. */
    public static Demand of(TagKey key, List<ValueRule> values) {
        return new Demand(key, List.of(), values);
    }

    /** The allowed values, as they were written; empty where any value, or any that fits a pattern, will do. */
    public List<AllowedValue> allowedValues() {
        return values.stream()
                .filter(ValueRule.OneOf.class::isInstance)
                .flatMap(rule -> ((ValueRule.OneOf) rule).values().stream())
                .toList();
    }
}
