package io.tagcompliance.core.resource;

import java.util.Locale;

/** A region in its cloud's own spelling, lower case; {@link #GLOBAL} for what lies in none. */
public record Region(String text) implements Comparable<Region> {
    public static final Region GLOBAL = new Region("global");

    /** @throws IllegalArgumentException where it is blank */
    public Region {
        text = text.toLowerCase(Locale.ROOT);
        if (text.isBlank()) {
            throw new IllegalArgumentException("a region is not blank; what lies in none is 'global'");
        }
    }

    @Override
    public int compareTo(Region other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
