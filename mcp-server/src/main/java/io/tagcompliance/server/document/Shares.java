package io.tagcompliance.server.document;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Shares of a whole, as answers and people read them: cut and never rounded up, so that 100 % means all of them, and a score just
 * under a bar doesn't look as if it reached it. They are cut as they are written, for doubles just under what they are written as.
 */
public final class Shares {
    private Shares() {}

    /** To four digits. */
    public static BigDecimal figure(double share) {
        return BigDecimal.valueOf(share).setScale(4, RoundingMode.DOWN);
    }

    /** In percent, to one digit. */
    public static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).setScale(1, RoundingMode.DOWN) + " %";
    }
}
