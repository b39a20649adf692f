package io.tagcompliance.core.cost;

import java.util.Currency;

/** What single resources cost in a month: the usage that the bill has for each. */
public sealed interface ResourceCosts {
    /**
     * The bill was read.
     *
     * @param costs in the currency; resources of which the bill has no usage aren't there
     */
    record Known(BillingPeriod period, BillFacts bill, Currency currency, CostTable costs) implements ResourceCosts {}

    /**
     * It wasn't.
     *
     * @param reason a sentence without its full stop
     */
    record Unknown(String reason) implements ResourceCosts {}
}
