package io.tagcompliance.core.evaluation;

import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.policy.Exemption;
import io.tagcompliance.policy.Severity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sorts the violations of one resource into those that count and those that don't. */
final class Waivers {
    private final List<Exemption> exemptions;
    private final Subject subject;
    private final Instant now;

    /** The waivers that a resource may have at that time. */
    Waivers(List<Exemption> exemptions, Subject subject, Instant now) {
        this.exemptions = exemptions;
        this.subject = subject;
        this.now = now;
    }

    Verdict.Judged applyTo(List<Violation> found) {
        List<Violation> counting = new ArrayList<>();
        List<Waiver> waived = new ArrayList<>();
        for (Violation violation : found) {
            of(violation).ifPresentOrElse(waived::add, () -> counting.add(violation));
        }
        return new Verdict.Judged(counting, waived);
    }

    /** Whether that would count as an error. */
    boolean leaveAnErrorOf(Violation violation) {
        return violation.severity() == Severity.ERROR && of(violation).isEmpty();
    }

    /** Grace before exemption: what will count soon is told from what somebody answers for. */
    Optional<Waiver> of(Violation violation) {
        return grace(violation).or(() -> exemption(violation));
    }

    private Optional<Waiver> grace(Violation violation) {
        if (violation instanceof Violation.OfTagRule ofRule && subject.creation() instanceof Creation.At at) {
            Instant until = at.instant().plus(ofRule.demand().leniency().grace());
            return now.isBefore(until) && until.isAfter(at.instant())
                    ? Optional.of(new Waiver.InGrace(violation, until))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private Optional<Waiver> exemption(Violation violation) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return exemptions.stream()
                .filter(exemption -> exemption.waives(violation.rule()))
                .filter(exemption -> exemption.holdsOn(today))
                .filter(exemption -> exemption.covers(subject.cloud(), subject.id(), subject.place()))
                .findFirst()
                .map(exemption -> new Waiver.Exempted(violation, exemption));
    }
}
