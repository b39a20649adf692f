package io.tagcompliance.core.attribution;

import io.tagcompliance.core.cost.BillFacts;
import io.tagcompliance.core.cost.BillingPeriod;
import io.tagcompliance.core.cost.CostMetric;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.spi.PolicySource.PolicyInForce;
import io.tagcompliance.policy.TagKey;
import java.util.List;
import java.util.Optional;

/** How much of a bill somebody answers for. */
public sealed interface CostAttribution {
    /** What was asked. */
    Question question();

    /** What the bill tells of itself, which is its total among others; empty where it could not be read. */
    Optional<BillFacts> facts();

    /**
     * What was asked, with what was left out filled in.
     *
     * @param keys the allocation keys, each of which has to be right
     */
    record Question(
            BillingPeriod period, CostMetric metric, Grouping grouping, List<TagKey> keys, PolicyInForce policy) {
        public Question {
            keys = List.copyOf(keys);
        }
    }

    /**
     * The bill was read.
     *
     * @param shares one for each currency: the one with most charges first
     */
    record Known(Question question, List<CurrencyShare> shares, BillFacts bill) implements CostAttribution {
        public Known {
            shares = List.copyOf(shares);
        }

        @Override
        public Optional<BillFacts> facts() {
            return Optional.of(bill);
        }
    }

    /** The bill could not be read, or doesn't tell of the keys, so that the gap is unknown, and not nothing. */
    record Unknown(Question question, ReadFailure failure, Optional<BillFacts> facts) implements CostAttribution {
        /** The bill could not be read. */
        public Unknown(Question question, ReadFailure failure) {
            this(question, failure, Optional.empty());
        }
    }
}
