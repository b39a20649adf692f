package io.tagcompliance.core.check;

import io.tagcompliance.core.evaluation.ColumnTally.SiteFigures;
import io.tagcompliance.core.evaluation.Verdict;

/** Counts verdicts. Confined to one thread. */
final class Tally {
    private int notApplicable;
    private int compliant;
    private int nonCompliant;
    private int notEvaluated;
    private int exempt;
    private int violations;

    void count(Verdict verdict) {
        switch (verdict) {
            case Verdict.NotApplicable none -> notApplicable++;
            case Verdict.NotEvaluated unknown -> notEvaluated++;
            case Verdict.Judged judged -> count(judged);
        }
    }

    /** Counts a site at once. */
    void count(SiteFigures site) {
        notApplicable += site.notApplicable();
        compliant += site.compliant();
        nonCompliant += site.nonCompliant();
        notEvaluated += site.notEvaluated();
        violations += site.violations();
    }

    private void count(Verdict.Judged judged) {
        violations += judged.violations().size();
        if (judged.exempt()) {
            exempt++;
        } else if (judged.compliant()) {
            compliant++;
        } else {
            nonCompliant++;
        }
    }

    Figures figures(boolean gapsAmongThem) {
        Counts counts = new Counts(notApplicable, compliant, nonCompliant, notEvaluated, exempt);
        return new Figures(counts, counts.score(gapsAmongThem), violations);
    }
}
