package io.tagcompliance.core.attribution;

import java.util.Locale;

/** What is wrong with a resource of the actionable gap; of several the first of these. */
public enum Defect {
    /** A key isn't there, or has no value. */
    MISSING,
    /** A value isn't allowed. */
    INVALID,
    /** A key is there in another case, or under another name. */
    WRONG_KEY_CASE;

    /** The name in answers. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
