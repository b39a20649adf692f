package io.tagcompliance.core.advice;

/**
 * How often some evidence was right where it could be checked: one known tag was hidden, and its group left out.
 *
 * @param right  of the trials; a group that was right in part counts in part
 * @param trials groups, each of them once, however many resources it has
 */
public record Precision(double right, int trials) {
    /** Nothing could be checked. */
    public static final Precision UNKNOWN = new Precision(0, 0);

    /** 95 % of a normal distribution lie within so many of its deviations. */
    private static final double DEVIATIONS = 1.96;

    /** The share that was right; 0 where nothing could be checked. */
    public double share() {
        return trials == 0 ? 0 : right / trials;
    }

    /**
     * The lower end of the 95 % score interval of the share; 0 where nothing could be checked.
     *
     * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson, Probable inference, 1927</a>
     */
    public double lowerBound() {
        if (trials == 0) {
            return 0;
        }
        double squared = DEVIATIONS * DEVIATIONS;
        double centre = share() + squared / (2 * trials);
        double spread = DEVIATIONS * Math.sqrt((share() * (1 - share()) + squared / (4 * trials)) / trials);
        return Math.max(0, (centre - spread) / (1 + squared / trials));
    }
}
