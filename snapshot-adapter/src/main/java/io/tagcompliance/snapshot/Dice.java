package io.tagcompliance.snapshot;

import java.util.List;

/**
 * Chance that always falls the same way: each answer follows from the text that it was made of and from the question.
 *
 * <p>Plain arithmetic (FNV-1a, then the mixer of SplitMix64), so that no other JDK changes the demo's numbers.
 */
record Dice(long seed) {
    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    static Dice of(String text) {
        return new Dice(hash(FNV_START, text));
    }

    private static long hash(long start, String text) {
        long hash = start;
        for (int position = 0; position < text.length(); position++) {
            hash = (hash ^ text.charAt(position)) * FNV_PRIME;
        }
        return hash;
    }

    private long mixed(String question) {
        long bits = hash(seed, question);
        bits = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        bits = (bits ^ (bits >>> 27)) * 0x94d049bb133111ebL;
        return bits ^ (bits >>> 31);
    }

    /** A number from zero to under that many sides. */
    int roll(String question, int sides) {
        return (int) Long.remainderUnsigned(mixed(question), sides);
    }

    /** Yes, that many times out of a hundred. */
    boolean says(String question, int percent) {
        return roll(question, 100) < percent;
    }

    <T> T pick(String question, List<T> choices) {
        return choices.get(roll(question, choices.size()));
    }

    /** Sixteen hexadecimal digits. */
    String hex(String question) {
        return "%016x".formatted(mixed(question));
    }
}
