package io.tagcompliance.core.evaluation;

import io.tagcompliance.policy.Exemption;
import java.time.Instant;

/** A violation that doesn't count, and why. */
public sealed interface Waiver {
    Violation violation();

    /** The resource is so new that the rule lets it pass until then. */
    record InGrace(Violation violation, Instant until) implements Waiver {}

    /** Somebody answers for it. */
    record Exempted(Violation violation, Exemption exemption) implements Waiver {}
}
