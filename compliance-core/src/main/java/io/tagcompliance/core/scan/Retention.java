package io.tagcompliance.core.scan;

import java.time.Duration;

/**
 * How long scans are remembered.
 *
 * @param complete a scan without gaps; default 15 minutes
 * @param partial  a scan with gaps, which somebody may be mending right now; default 2 minutes
 */
public record Retention(Duration complete, Duration partial) {
    public static final Retention DEFAULT = new Retention(Duration.ofMinutes(15), Duration.ofMinutes(2));

    Duration of(boolean isComplete) {
        return isComplete ? complete : partial;
    }
}
