package io.tagcompliance.core.scan;

import java.util.Locale;

/** Where the facts of an answer were read just now. */
public enum ReadFrom {
    LIVE,
    CACHE,
    FILE;

    /** The name in answers: {@code live}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
