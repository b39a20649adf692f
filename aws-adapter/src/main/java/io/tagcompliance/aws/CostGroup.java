package io.tagcompliance.aws;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/**
 * A sum as Cost Explorer groups it.
 *
 * @param keys      one for each thing that is grouped by, in that order; of a tag its value, empty = without the tag
 * @param estimated how much of the amount AWS calls an estimate
 */
record CostGroup(List<String> keys, Currency currency, BigDecimal amount, BigDecimal estimated) {
    CostGroup {
        keys = List.copyOf(keys);
    }

    /** One that is no estimate. */
    static CostGroup known(List<String> keys, Currency currency, BigDecimal amount) {
        return new CostGroup(keys, currency, amount, BigDecimal.ZERO);
    }

    /** The same, all of it an estimate. */
    CostGroup asEstimate() {
        return new CostGroup(keys, currency, amount, amount);
    }

    /** The same with more keys behind its own. */
    CostGroup apart(List<String> moreKeys) {
        List<String> all = Stream.concat(keys.stream(), moreKeys.stream()).toList();
        return new CostGroup(all, currency, amount, estimated);
    }

    /** The two together, which are of the same. */
    CostGroup plus(CostGroup other) {
        return new CostGroup(keys, currency, amount.add(other.amount), estimated.add(other.estimated));
    }

    String first() {
        return keys.getFirst();
    }

    String second() {
        return keys.get(1);
    }
}
