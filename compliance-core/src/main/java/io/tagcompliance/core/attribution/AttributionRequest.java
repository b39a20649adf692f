package io.tagcompliance.core.attribution;

import io.tagcompliance.core.cost.BillingPeriod;
import io.tagcompliance.core.cost.CostMetric;
import io.tagcompliance.policy.TagKey;
import java.util.List;
import java.util.Optional;

/** A question of {@link AttributeCosts}. */
public final class AttributionRequest {
    private final Optional<BillingPeriod> period;
    private final CostMetric metric;
    private final Grouping grouping;
    private final List<TagKey> keys;

    private AttributionRequest(
            Optional<BillingPeriod> period, CostMetric metric, Grouping grouping, List<TagKey> keys) {
        this.period = period;
        this.metric = metric;
        this.grouping = grouping;
        this.keys = List.copyOf(keys);
    }

    /** The last closed month, effective cost, by service, split by the policy's own allocation keys. */
    public static AttributionRequest ofLastMonth() {
        return new AttributionRequest(Optional.empty(), CostMetric.EFFECTIVE, new Grouping.ByServiceName(), List.of());
    }

    /** The same over other days. */
    public AttributionRequest over(BillingPeriod days) {
        return new AttributionRequest(Optional.of(days), metric, grouping, keys);
    }

    /** The same of another cost. */
    public AttributionRequest of(CostMetric other) {
        return new AttributionRequest(period, other, grouping, keys);
    }

    /** The same, broken down by something else. */
    public AttributionRequest by(Grouping other) {
        return new AttributionRequest(period, metric, other, keys);
    }

    /** The same, split by other keys; none = the policy's own. */
    public AttributionRequest splitBy(List<TagKey> others) {
        return new AttributionRequest(period, metric, grouping, others);
    }

    Optional<BillingPeriod> period() {
        return period;
    }

    CostMetric metric() {
        return metric;
    }

    Grouping grouping() {
        return grouping;
    }

    List<TagKey> keys() {
        return keys;
    }
}
