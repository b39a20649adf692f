package io.tagcompliance.core.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The verdicts of a batch before anything is waived. Confined to one thread. */
final class BatchVerdicts {
    private final Outcomes outcomes;
    private final BatchValues values;

    /** By outcome. */
    private final List<Known> known = new ArrayList<>();

    BatchVerdicts(Outcomes outcomes, BatchValues values) {
        this.outcomes = outcomes;
        this.values = values;
    }

    /**
     * What is known of all that come to the same.
     *
     * @param always their verdict, where it shows no value
     */
    private record Known(List<Finding> findings, Optional<Verdict.Judged> always) {
        static Known of(List<Finding> findings) {
            return new Known(
                    findings,
                    findings.stream().anyMatch(Finding::showsValue)
                            ? Optional.empty()
                            : Optional.of(judged(
                                    findings.stream().map(one -> one.in("")).toList())));
        }
    }

    private static Verdict.Judged judged(List<Violation> violations) {
        return new Verdict.Judged(violations, List.of());
    }

    /** The verdict on the resource whose values are the current ones and which came to this, if nothing is waived. */
    Verdict.Judged of(int outcome) {
        while (known.size() < outcome) {
            known.add(Known.of(outcomes.at(known.size() + 1).findings()));
        }
        Known one = known.get(outcome - 1);
        return one.always().isPresent() ? one.always().get() : shown(one.findings());
    }

    private Verdict.Judged shown(List<Finding> findings) {
        Violation[] violations = new Violation[findings.size()];
        for (int at = 0; at < violations.length; at++) {
            Finding finding = findings.get(at);
            violations[at] = finding.in(finding.showsValue() ? values.textAt(finding.position()) : "");
        }
        return judged(List.of(violations));
    }
}
