package io.tagcompliance.policy;

import java.time.LocalDate;
import java.util.List;

/**
 * A list of allowed values that several rules share.
 *
 * @param values at least one
 * @param asOf   the day on which the list was right
 */
public record ValueList(List<AllowedValue> values, LocalDate asOf) {
    /** @throws IllegalArgumentException where there is no value */
    public ValueList {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a list of values has at least one");
        }
    }
}
