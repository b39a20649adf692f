package io.tagcompliance.core.check;

import io.tagcompliance.core.evaluation.ColumnTally;
import io.tagcompliance.core.evaluation.Verdict;
import io.tagcompliance.core.evaluation.Violation;
import io.tagcompliance.core.history.Line;
import io.tagcompliance.core.resource.ResourceColumns;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.policy.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Tells whether an estate follows its policy. */
public final class CheckTagCompliance {
    private final Sources sources;

    public CheckTagCompliance(Sources sources) {
        this.sources = sources;
    }

    /**
     * Checks what the request names. Costs are unknown where the bill isn't read when the asker's patience ends.
     *
     * @throws InterruptedException where the asker was interrupted
     * @throws io.tagcompliance.core.scan.StillScanningException where the scan outlasts the asker's patience
     */
    public ComplianceCheck check(CheckRequest request, Patience patience) throws InterruptedException {
        Instant began = sources.clock().instant();
        Selection selection = Selection.read(sources, request.filter(), request.freshness(), patience);
        EstateTally tally = new EstateTally(selection.lookedAt());
        RowCosts costs = sources.costs().of(BilledUnseen.Scanned.by(selection), sources.left(patience, began));
        SpendTally spend = new SpendTally(costs, request.filter());
        int[] worstFirst = count(selection, request.listed(), tally, spend);
        int[] listed = costs.dearestFirst(costs.atLeast(request.leastCost(), worstFirst));
        Coverage coverage = selection.facts().coverage();
        ComplianceCheck check = new ComplianceCheck(
                selection.facts(),
                tally.figures(coverage),
                new RowList<>(listed, row -> violations(selection, row, request.listed(), costs)),
                tally.breakdown(coverage),
                tally.waived(selection.policy().policy().exemptions()),
                spend.spend(coverage),
                Kept.NO_HISTORY);
        return check.keptAs(keep(request, sources.left(patience, began), selection, check));
    }

    private Kept keep(CheckRequest request, Patience patience, Selection selection, ComplianceCheck check)
            throws InterruptedException {
        if (sources.keeping().isEmpty()) {
            return Kept.NO_HISTORY;
        }
        Line line = HistoryScope.line(
                sources.scanner().reader(), request.filter(), selection.policy().policy());
        return sources.keeping()
                .get()
                .keep(new HistoryKeeping.Asked(request, line, patience), check, selection.columns());
    }

    /** Counts every row, and gives those with listed violations: the most errors first, then by id, as rows are. */
    private static int[] count(Selection selection, Set<Severity> listed, EstateTally tally, SpendTally spend) {
        ResourceColumns columns = selection.columns();
        ColumnTally counted = selection.verdicts().tally(columns, selection.rows(), selection.judgedAt(), listed);
        tally.count(counted, columns);
        spend.count(selection, counted);
        Listing asked = new Listing();
        for (int index = 0; index < counted.asked().size(); index++) {
            int row = counted.asked().at(index);
            Verdict verdict = selection.judge(row);
            tally.count(columns.site(columns.siteOf(row)), row, verdict);
            spend.count(row, verdict);
            List<Violation> wanted = wanted(verdict, listed);
            if (!wanted.isEmpty()) {
                asked.add(row, errors(wanted));
            }
        }
        Listing settled = new Listing(counted.listed(), counted.errorsListed());
        return Listing.merged(settled, asked).worstFirst();
    }

    private static ResourceViolations violations(Selection selection, int row, Set<Severity> listed, RowCosts costs) {
        return new ResourceViolations(
                selection.columns().get(row), wanted(selection.judge(row), listed), costs.of(row));
    }

    private static List<Violation> wanted(Verdict verdict, Set<Severity> severities) {
        return verdict instanceof Verdict.Judged judged
                ? judged.violations().stream()
                        .filter(violation -> severities.contains(violation.severity()))
                        .toList()
                : List.of();
    }

    private static int errors(List<Violation> violations) {
        return (int) violations.stream()
                .filter(violation -> violation.severity() == Severity.ERROR)
                .count();
    }
}
