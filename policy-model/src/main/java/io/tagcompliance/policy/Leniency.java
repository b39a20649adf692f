package io.tagcompliance.policy;

import java.time.Duration;
import java.util.List;

/**
 * When a rule lets a missing or wrong tag pass.
 *
 * @param grace       how long after its creation a resource may fail the rule; zero = not at all. A resource of unknown
 *                    age is never in grace
 * @param inheritFrom what the key may come from instead of the resource itself, the nearest first
 */
public record Leniency(Duration grace, List<Parent> inheritFrom) {
    public static final Leniency NONE = new Leniency(Duration.ZERO, List.of());

    /** @throws IllegalArgumentException where the grace is negative */
    public Leniency {
        inheritFrom = List.copyOf(inheritFrom);
        if (grace.isNegative()) {
            throw new IllegalArgumentException("a period of grace is not negative");
        }
    }
}
