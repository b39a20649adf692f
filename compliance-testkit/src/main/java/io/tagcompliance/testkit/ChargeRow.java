package io.tagcompliance.testkit;

import io.tagcompliance.core.cost.ChargeKind;
import io.tagcompliance.core.cost.ChargePlace;
import io.tagcompliance.core.cost.Charged;
import io.tagcompliance.core.cost.CostMetric;
import io.tagcompliance.core.cost.Money;
import io.tagcompliance.core.resource.Tags;
import java.time.LocalDate;

/** A row of a bill, before anything is added up. */
public record ChargeRow(
        LocalDate day, ChargeKind kind, ChargePlace place, Charged what, Tags tags, Money effective, Money billed) {

    /** What it costs. */
    public Money cost(CostMetric metric) {
        return switch (metric) {
            case EFFECTIVE -> effective;
            case BILLED -> billed;
        };
    }

    /** The same for another cost of both kinds. */
    public ChargeRow costing(Money cost) {
        return costing(cost, cost);
    }

    /** The same for other costs. */
    public ChargeRow costing(Money otherEffective, Money otherBilled) {
        return new ChargeRow(day, kind, place, what, tags, otherEffective, otherBilled);
    }

    /** The same of another place. */
    public ChargeRow at(ChargePlace other) {
        return new ChargeRow(day, kind, other, what, tags, effective, billed);
    }

    /** The same for something else. */
    public ChargeRow of(Charged other) {
        return new ChargeRow(day, kind, place, other, tags, effective, billed);
    }

    /** The same under other tags. */
    public ChargeRow tagged(Tags others) {
        return new ChargeRow(day, kind, place, what, others, effective, billed);
    }
}
