package io.tagcompliance.core.check;

import java.util.List;

/**
 * Whether an estate follows its policy.
 *
 * @param facts      what the answer rests on
 * @param figures    of the whole set
 * @param violations every resource with listed violations: the dearest first, then the most errors, then by id; each is made anew when it is
 *                   asked for, so look at those that are shown
 * @param breakdown  the figures of its parts
 * @param waived     what doesn't count
 * @param spend      the same in money
 * @param kept       what became of it in the history
 */
public record ComplianceCheck(
        ScanFacts facts,
        Figures figures,
        List<ResourceViolations> violations,
        Breakdown breakdown,
        WaivedViolations waived,
        CheckSpend spend,
        Kept kept) {
    public ComplianceCheck {
        violations = RowList.copyOf(violations);
    }

    ComplianceCheck keptAs(Kept outcome) {
        return new ComplianceCheck(facts, figures, violations, breakdown, waived, spend, outcome);
    }
}
