package io.tagcompliance.policy;

import java.util.Locale;

/** What a resource may inherit a tag from. */
public enum Parent {
    RESOURCE_GROUP,
    ACCOUNT;

    /** The name in files and answers: {@code resource_group}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
