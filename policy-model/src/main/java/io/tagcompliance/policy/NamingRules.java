package io.tagcompliance.policy;

import java.util.List;

/**
 * What every key and value must look like, whichever rule asks for it.
 *
 * @param keyCase           whether a required key must be written in the case that its rule has
 * @param specialCharacters whether keys may hold characters other than letters, digits, space and {@code _.:/=+-@}
 * @param maxKeyLength      in Unicode code points, inclusive
 * @param maxValueLength    in Unicode code points, inclusive
 * @param reservedPrefixes  beginnings that no key may have, in any case; keys of AWS itself are never judged
 * @param severity          what a breach weighs
 */
public record NamingRules(
        KeyCase keyCase,
        SpecialCharacters specialCharacters,
        int maxKeyLength,
        int maxValueLength,
        List<String> reservedPrefixes,
        Severity severity) {

    /** Keys count in the case that their rule has; anything else is allowed: what holds where a file says nothing. */
    public static final NamingRules NONE = new NamingRules(
            KeyCase.SENSITIVE,
            SpecialCharacters.ALLOWED,
            Integer.MAX_VALUE,
            Integer.MAX_VALUE,
            List.of(),
            Severity.ERROR);

    public NamingRules {
        reservedPrefixes = List.copyOf(reservedPrefixes);
        if (maxKeyLength < 1 || maxValueLength < 0) {
            throw new IllegalArgumentException("a key has room for one character at least");
        }
    }

    /** Whether the case of a key matters. */
    public enum KeyCase {
        SENSITIVE,
        INSENSITIVE
    }

    /** Whether unusual characters may stand in a key. */
    public enum SpecialCharacters {
        ALLOWED,
        REFUSED
    }
}
