package io.tagcompliance.core.check;

import io.tagcompliance.core.cost.Money;
import io.tagcompliance.core.cost.ResourceCosts;
import io.tagcompliance.core.evaluation.Verdict;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** Adds up what the resources of a check cost. Confined to one thread. */
final class SpendTally {
    private final Selection selection;
    private final RowCosts costs;
    private BigDecimal compliant = BigDecimal.ZERO;
    private BigDecimal nonCompliant = BigDecimal.ZERO;

    SpendTally(Selection selection, RowCosts costs) {
        this.selection = selection;
        this.costs = costs;
    }

    /** The sums; only rows on the bill are judged for them. */
    CheckSpend spend() {
        return switch (costs.costs()) {
            case ResourceCosts.Unknown unknown -> new CheckSpend.Unknown(unknown.reason());
            case ResourceCosts.Known known -> {
                for (int index = 0; index < selection.rows().size(); index++) {
                    count(selection.rows().row(index));
                }
                yield new CheckSpend.Known(
                        known.period(), known.bill(), new Money(nonCompliant, known.currency()), weighted());
            }
        };
    }

    private void count(int row) {
        if (costs.has(row) && selection.judge(row) instanceof Verdict.Judged judged && !judged.exempt()) {
            if (judged.compliant()) {
                compliant = compliant.add(costs.amount(row));
            } else {
                nonCompliant = nonCompliant.add(costs.amount(row));
            }
        }
    }

    private Optional<Double> weighted() {
        BigDecimal all = compliant.add(nonCompliant);
        return all.signum() > 0 && selection.facts().coverage().isComplete()
                ? Optional.of(compliant.divide(all, MathContext.DECIMAL64).doubleValue())
                : Optional.empty();
    }
}
