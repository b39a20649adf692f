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
        return new ChargeRow(day, kind, place, what, tags, cost, cost);
    }
}
