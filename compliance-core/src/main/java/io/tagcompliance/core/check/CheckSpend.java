package io.tagcompliance.core.check;

import io.tagcompliance.core.cost.BillFacts;
import io.tagcompliance.core.cost.BillingPeriod;
import io.tagcompliance.core.cost.Money;
import java.util.Optional;

/** What a check is about, in money of the last closed month. */
public sealed interface CheckSpend {
    /**
     * The bill is known.
     *
     * @param impact        what the non-compliant resources cost, each once
     * @param weightedScore the share of what compliant resources cost, of all that a rule applies to, 0 to 1; none where
     *                      part of the estate could not be read, or none of it is on the bill
     * @param unseen        what the bill names and the scan doesn't have; none where the question is about a part
     */
    record Known(
            BillingPeriod period,
            BillFacts bill,
            Money impact,
            Optional<Double> weightedScore,
            Optional<BilledUnseen> unseen)
            implements CheckSpend {}

    /**
     * It isn't.
     *
     * @param reason a sentence without its full stop
     */
    record Unknown(String reason) implements CheckSpend {}
}
