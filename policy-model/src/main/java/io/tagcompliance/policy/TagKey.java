package io.tagcompliance.policy;

import java.util.Locale;

/** The key of a tag, every character as it was written. */
public record TagKey(String text) {
    private static final String SYSTEM_PREFIX = "aws:";

    /** @throws IllegalArgumentException where the key is empty */
    public TagKey {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a tag key has at least one character");
        }
    }

    /** The form that is the same for every case variant of this key. */
    public String folded() {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Whether AWS itself wrote the tag: nobody else can, so such a key is never judged and counts for nothing. */
    public boolean isSystem() {
        return text.regionMatches(true, 0, SYSTEM_PREFIX, 0, SYSTEM_PREFIX.length());
    }

    @Override
    public String toString() {
        return text;
    }
}
