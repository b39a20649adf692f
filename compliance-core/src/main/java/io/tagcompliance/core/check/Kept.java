package io.tagcompliance.core.check;

import java.util.Locale;

/** What became of a check in the history. */
public enum Kept {
    /** It is there. */
    KEPT,
    /** Nothing keeps checks. */
    NO_HISTORY,
    /** The store could not be used; the check is right all the same. */
    STORE_UNAVAILABLE;

    /** The name in answers. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
