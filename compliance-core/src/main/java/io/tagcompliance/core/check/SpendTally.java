package io.tagcompliance.core.check;

import io.tagcompliance.core.cost.Money;
import io.tagcompliance.core.cost.ResourceCosts;
import io.tagcompliance.core.evaluation.ColumnTally;
import io.tagcompliance.core.evaluation.Verdict;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** Adds up what the resources of a check cost. Confined to one thread. */
final class SpendTally {
    private final RowCosts costs;
    private final boolean ofAll;
    private BigDecimal compliant = BigDecimal.ZERO;
    private BigDecimal nonCompliant = BigDecimal.ZERO;

    /** @param filter of the rows that are counted */
    SpendTally(RowCosts costs, ResourceFilter filter) {
        this.costs = costs;
        this.ofAll = filter.equals(ResourceFilter.EVERYTHING);
    }

    /** Counts what columns tell, which is all but the rows that are to be asked for. */
    void count(Selection selection, ColumnTally tally) {
        RowCosts.Spent spent = costs.spent(selection, tally);
        compliant = compliant.add(spent.compliant());
        nonCompliant = nonCompliant.add(spent.nonCompliant());
    }

    /** Counts a row that was judged for itself. */
    void count(int row, Verdict verdict) {
        if (verdict instanceof Verdict.Judged judged && !judged.exempt()) {
            BigDecimal cost = costs.amount(row);
            compliant = judged.compliant() ? compliant.add(cost) : compliant;
            nonCompliant = judged.compliant() ? nonCompliant : nonCompliant.add(cost);
        }
    }

    /** The sums; a share of the spend only where everything was read. */
    CheckSpend spend(Coverage coverage) {
        return switch (costs.costs()) {
            case ResourceCosts.Unknown unknown -> new CheckSpend.Unknown(unknown.reason());
            case ResourceCosts.Known known ->
                new CheckSpend.Known(
                        known.period(),
                        known.bill(),
                        new Money(nonCompliant, known.currency()),
                        weighted(coverage),
                        costs.unseen().filter(unseen -> ofAll));
        };
    }

    private Optional<Double> weighted(Coverage coverage) {
        BigDecimal all = compliant.add(nonCompliant);
        return all.signum() > 0 && coverage.isComplete()
                ? Optional.of(compliant.divide(all, MathContext.DECIMAL64).doubleValue())
                : Optional.empty();
    }
}
