package io.tagcompliance.policy;

import java.util.Locale;

/** How much a violation weighs: one error makes a resource non-compliant, a warning is only listed. */
public enum Severity {
    ERROR,
    WARNING;

    /** The name in files and answers: {@code error}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
