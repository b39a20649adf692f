package io.tagcompliance.policy;

import java.util.Locale;

/**
 * One allowed value, in which one {@code *} stands for any run of characters, the empty one included.
 *
 * <p>One wildcard a value is what AWS Organizations tag policies have.
 */
public record AllowedValue(String text) {
    private static final char WILDCARD = '*';

    /** @throws IllegalArgumentException where more than one {@code *} stands in it */
    public AllowedValue {
        if (text.indexOf(WILDCARD) != text.lastIndexOf(WILDCARD)) {
            throw new IllegalArgumentException("an allowed value has at most one *");
        }
    }

    public boolean hasWildcard() {
        return text.indexOf(WILDCARD) >= 0;
    }

    /** Whether this admits the value, read with the case that the rule asks for. */
    public boolean admits(String value, ValueCase valueCase) {
        return valueCase == ValueCase.EXACT
                ? matches(text, value)
                : matches(text.toLowerCase(Locale.ROOT), value.toLowerCase(Locale.ROOT));
    }

    private static boolean matches(String allowed, String value) {
        int star = allowed.indexOf(WILDCARD);
        if (star < 0) {
            return allowed.equals(value);
        }
        String tail = allowed.substring(star + 1);
        return value.length() >= allowed.length() - 1
                && value.startsWith(allowed.substring(0, star))
                && value.endsWith(tail);
    }

    @Override
    public String toString() {
        return text;
    }
}
