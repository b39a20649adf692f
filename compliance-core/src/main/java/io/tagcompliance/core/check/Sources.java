package io.tagcompliance.core.check;

import io.tagcompliance.core.scan.EstateScanner;
import io.tagcompliance.core.scan.Patience;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What the use-cases about tags and rules draw from.
 *
 * @param keeping keeps checks for trends, where anything does
 * @param clock tells which grace and which exemptions are over
 */
public record Sources(
        EstateScanner scanner,
        CompiledPolicies policies,
        InstantSource clock,
        ScanCosts costs,
        Optional<HistoryKeeping> keeping) {
    /** The same for one question, which then rests on one scan of each scope, however often it looks at it. */
    public Sources forOneQuestion() {
        return new Sources(scanner.forOneQuestion(), policies, clock, costs, keeping);
    }

    /** What is left of somebody's patience who waits since then. */
    Patience left(Patience patience, Instant since) {
        return patience.after(Duration.between(since, clock.instant()));
    }
}
