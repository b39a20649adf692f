package io.tagcompliance.policy;

import java.util.Locale;

/**
 * A pattern for names, in which each {@code *} stands for any run of characters, the empty one included. Case doesn't
 * matter.
 */
public record NamePattern(String text) {
    /** The longest pattern, in characters. */
    public static final int LONGEST = 2_048;

    private static final char WILDCARD = '*';

    /** @throws IllegalArgumentException where the pattern is blank or longer than 2,048 characters */
    public NamePattern {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException("a pattern for names has 1 to " + LONGEST + " characters");
        }
    }

    /** Whether the whole name fits. Takes at most the product of the two lengths in steps. */
    public boolean matches(String name) {
        return matches(folded(), name.toLowerCase(Locale.ROOT));
    }

    /** Whether there is nothing but wildcards in it. */
    public boolean fitsEverything() {
        return text.chars().allMatch(character -> character == WILDCARD);
    }

    /** Whether every name that fits this fits the other one too. */
    public boolean isWithin(NamePattern other) {
        // A wildcard of this may stand for any text, which only a wildcard of the other takes whole.
        return matches(other.folded(), folded());
    }

    /** Whether some name fits both. */
    public boolean overlaps(NamePattern other) {
        String one = folded();
        String two = other.folded();
        if (one.indexOf(WILDCARD) < 0) {
            return other.matches(text);
        }
        if (two.indexOf(WILDCARD) < 0) {
            return matches(other.text);
        }
        if (isSimple(one) && isSimple(two)) {
            return agree(one, two);
        }
        boolean[] row = new boolean[two.length() + 1];
        for (int left = one.length(); left >= 0; left--) {
            boolean diagonal = false;
            for (int right = two.length(); right >= 0; right--) {
                boolean below = row[right];
                row[right] = meet(
                        new Remainder(one, left),
                        new Remainder(two, right),
                        new Around(below, right < two.length() && row[right + 1], diagonal));
                diagonal = below;
            }
        }
        return row[0];
    }

    private static boolean isSimple(String pattern) {
        return pattern.indexOf(WILDCARD) == pattern.lastIndexOf(WILDCARD);
    }

    /** With one wildcard each, what stands before it and what stands behind it must agree as far as both reach. */
    private static boolean agree(String one, String two) {
        String head = one.substring(0, one.indexOf(WILDCARD));
        String otherHead = two.substring(0, two.indexOf(WILDCARD));
        String tail = one.substring(one.indexOf(WILDCARD) + 1);
        String otherTail = two.substring(two.indexOf(WILDCARD) + 1);
        return (head.startsWith(otherHead) || otherHead.startsWith(head))
                && (tail.endsWith(otherTail) || otherTail.endsWith(tail));
    }

    private String folded() {
        return text.toLowerCase(Locale.ROOT);
    }

    /** The rest of a pattern from some place on. */
    private record Remainder(String pattern, int from) {
        boolean isEmpty() {
            return from == pattern.length();
        }

        boolean startsWild() {
            return !isEmpty() && pattern.charAt(from) == WILDCARD;
        }

        boolean startsLike(Remainder other) {
            return !isEmpty() && !other.isEmpty() && pattern.charAt(from) == other.pattern.charAt(other.from);
        }
    }

    /** Whether the two meet with one character less on the left, on the right, on both. */
    private record Around(boolean left, boolean right, boolean both) {}

    private static boolean meet(Remainder one, Remainder two, Around around) {
        if (one.isEmpty() && two.isEmpty()) {
            return true;
        }
        boolean byWildcard = (one.startsWild() && (around.left() || around.right()))
                || (two.startsWild() && (around.left() || around.right()));
        return byWildcard || (one.startsLike(two) && around.both());
    }

    /** The wildcard of the pattern that was met last takes one character more whenever what follows it doesn't fit. */
    private static boolean matches(String pattern, String name) {
        int at = 0;
        int star = -1;
        int taken = 0;
        int position = 0;
        while (position < name.length()) {
            if (at < pattern.length() && pattern.charAt(at) == WILDCARD) {
                star = at++;
                taken = position;
            } else if (at < pattern.length() && pattern.charAt(at) == name.charAt(position)) {
                at++;
                position++;
            } else if (star >= 0) {
                at = star + 1;
                position = ++taken;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == WILDCARD) {
            at++;
        }
        return at == pattern.length();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NamePattern pattern && folded().equals(pattern.folded());
    }

    @Override
    public int hashCode() {
        return folded().hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
