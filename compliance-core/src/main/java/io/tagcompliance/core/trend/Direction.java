package io.tagcompliance.core.trend;

import java.util.Locale;

/** Which way a score goes. */
public enum Direction {
    IMPROVING,
    DECLINING,
    /** It changed by less than half a hundredth. */
    STABLE,
    /** There are not two comparable scans. */
    NOT_ENOUGH_DATA;

    private static final double NOTICEABLE = 0.005;

    /** The direction of a change of score. */
    static Direction of(double change) {
        if (Math.abs(change) < NOTICEABLE) {
            return STABLE;
        }
        return change > 0 ? IMPROVING : DECLINING;
    }

    /** The name in answers. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
