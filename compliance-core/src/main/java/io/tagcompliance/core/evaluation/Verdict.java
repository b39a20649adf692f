package io.tagcompliance.core.evaluation;

import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.policy.Severity;
import java.util.List;

/** What a policy says of one resource. */
public sealed interface Verdict {
    /** No rule but optional ones and those of naming is about it: neither compliant nor not. */
    record NotApplicable() implements Verdict {}

    /** Its tags could not be read, or those of a parent that decide, so nobody knows. */
    record NotEvaluated(ReadFailure failure) implements Verdict {}

    /**
     * Judged.
     *
     * @param violations those that count, in the order of the policy's rules
     * @param waivers    those that don't
     */
    record Judged(List<Violation> violations, List<Waiver> waivers) implements Verdict {
        public Judged {
            violations = List.copyOf(violations);
            waivers = List.copyOf(waivers);
        }

        /** No violation that counts is an error; warnings are listed and change nothing. */
        public boolean compliant() {
            return violations.stream().noneMatch(violation -> violation.severity() == Severity.ERROR);
        }

        /** Some violation was waived by an exemption, and no error is left. */
        public boolean exempt() {
            return compliant() && waivers.stream().anyMatch(Waiver.Exempted.class::isInstance);
        }
    }
}
