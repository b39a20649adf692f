package io.tagcompliance.core.cost;

import io.tagcompliance.policy.TagKey;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What is asked of a ledger.
 *
 * @param period the days
 * @param metric which cost
 * @param keys   the keys that matter, in order and in the policy's spelling: a ledger that pays for each call asks for no
 *               others, and one whose export has folded the keys gives them back in this spelling
 */
public record BillQuery(BillingPeriod period, CostMetric metric, Set<TagKey> keys) {
    public BillQuery {
        keys = Collections.unmodifiableSet(new LinkedHashSet<>(keys));
    }
}
