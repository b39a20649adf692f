package io.tagcompliance.core.evaluation;

import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.policy.Severity;
import java.util.List;

/** What a policy says of one resource. */
public sealed interface Verdict {

    /** No required tag is demanded of resources of this type: neither compliant nor not. */
    record NotApplicable() implements Verdict {}

    /** Its tags could not be read, so nobody knows. */
    record NotEvaluated(ReadFailure failure) implements Verdict {}

    /** Judged: these violations, in the order of the policy's rules. */
    record Judged(List<Violation> violations) implements Verdict {
        public Judged {
            violations = List.copyOf(violations);
        }

        /** No violation is an error; warnings are listed and change nothing. */
        public boolean compliant() {
            return violations.stream().noneMatch(violation -> violation.severity() == Severity.ERROR);
        }
    }
}
