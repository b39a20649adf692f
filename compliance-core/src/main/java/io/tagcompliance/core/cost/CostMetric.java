package io.tagcompliance.core.cost;

import java.util.Locale;

/** Which cost of a charge counts. */
public enum CostMetric {
    /** With prepaid commitments spread over what used them: for giving costs to those who cause them. */
    EFFECTIVE,
    /** What the invoice says: for checking it. */
    BILLED;

    /** The name in answers: {@code effective}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
