package io.tagcompliance.aws;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/**
 * A sum as Cost Explorer groups it.
 *
 * @param keys one for each thing that is grouped by, in that order; of a tag its value, empty = without the tag
 */
record CostGroup(List<String> keys, Currency currency, BigDecimal amount) {
    CostGroup {
        keys = List.copyOf(keys);
    }

    String first() {
        return keys.getFirst();
    }

    String second() {
        return keys.get(1);
    }
}
