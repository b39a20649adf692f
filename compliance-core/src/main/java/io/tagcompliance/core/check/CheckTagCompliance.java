package io.tagcompliance.core.check;

import io.tagcompliance.core.evaluation.Verdict;
import io.tagcompliance.core.evaluation.Violation;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.policy.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Tells whether an estate follows its policy. */
public final class CheckTagCompliance {
    private static final Comparator<ResourceViolations> WORST_FIRST = Comparator.comparingLong(
                    CheckTagCompliance::minusErrors)
            .thenComparing(found -> found.resource().id());

    private final Sources sources;

    public CheckTagCompliance(Sources sources) {
        this.sources = sources;
    }

    /**
     * Checks what the request names.
     *
     * @throws InterruptedException where the asker was interrupted
     * @throws io.tagcompliance.core.scan.StillScanningException where the scan outlasts the asker's patience
     */
    public ComplianceCheck check(CheckRequest request, Patience patience) throws InterruptedException {
        Selection selection = Selection.read(sources, request.filter(), request.freshness(), patience);
        EstateTally tally = new EstateTally(selection.lookedAt());
        List<ResourceViolations> listed = new ArrayList<>();
        for (Resource resource : selection.resources()) {
            Verdict verdict = selection.judge(resource);
            tally.count(resource, verdict);
            list(resource, verdict, request.listed(), listed);
        }
        listed.sort(WORST_FIRST);
        Coverage coverage = selection.facts().coverage();
        return new ComplianceCheck(
                selection.facts(),
                tally.figures(coverage),
                listed,
                tally.breakdown(coverage),
                tally.waived(selection.policy().policy().exemptions()));
    }

    private static void list(
            Resource resource, Verdict verdict, Set<Severity> severities, List<ResourceViolations> listed) {
        if (verdict instanceof Verdict.Judged judged) {
            List<Violation> wanted = judged.violations().stream()
                    .filter(violation -> severities.contains(violation.severity()))
                    .toList();
            if (!wanted.isEmpty()) {
                listed.add(new ResourceViolations(resource, wanted));
            }
        }
    }

    private static long minusErrors(ResourceViolations found) {
        return -found.violations().stream()
                .filter(violation -> violation.severity() == Severity.ERROR)
                .count();
    }
}
