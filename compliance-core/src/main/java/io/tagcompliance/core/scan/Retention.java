package io.tagcompliance.core.scan;

import java.time.Duration;

/**
 * How long scans are remembered.
 *
 * @param complete a scan without gaps, counted from when it was begun; default 15 minutes
 * @param partial  a scan with gaps, which somebody may be mending right now, counted from its end; default 2 minutes
 * @param stale    how much longer a scan without gaps answers, while a new one is made; default as long again as
 *                 {@code complete}, at most an hour
 */
public record Retention(Duration complete, Duration partial, Duration stale) {
    private static final Duration LONGEST_STALE = Duration.ofHours(1);

    public static final Retention DEFAULT = new Retention(Duration.ofMinutes(15), Duration.ofMinutes(2));

    /** With the default for stale scans. */
    public Retention(Duration complete, Duration partial) {
        this(complete, partial, complete.compareTo(LONGEST_STALE) < 0 ? complete : LONGEST_STALE);
    }

    /** How long a cache is to keep it. */
    Duration of(boolean isComplete) {
        return isComplete ? complete.plus(stale) : partial;
    }
}
