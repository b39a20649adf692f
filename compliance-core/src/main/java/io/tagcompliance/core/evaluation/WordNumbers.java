package io.tagcompliance.core.evaluation;

/** The numbers that some words were given, none of which is zero. Guarded by its user. */
final class WordNumbers {
    /** Of a word that was given none. */
    static final int NONE = 0;

    private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;

    private long[] words = new long[1 << 3];
    private int[] numbers = new int[words.length];
    private int size;

    /** How many words have one. */
    int size() {
        return size;
    }

    /** The number of a word; {@link #NONE} where it has none. */
    int of(long word) {
        return numbers[slot(word)];
    }

    /** Gives a word a number, which is not {@link #NONE}. */
    void put(long word, int number) {
        int slot = slot(word);
        size += numbers[slot] == NONE ? 1 : 0;
        words[slot] = word;
        numbers[slot] = number;
        if (size > words.length >> 1) {
            grow();
        }
    }

    private int slot(long word) {
        int slot = (int) ((word * MULTIPLIER) >>> Integer.SIZE) & (words.length - 1);
        while (numbers[slot] != NONE && words[slot] != word) {
            slot = (slot + 1) & (words.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] oldWords = words;
        int[] oldNumbers = numbers;
        words = new long[2 * oldWords.length];
        numbers = new int[words.length];
        for (int before = 0; before < oldWords.length; before++) {
            if (oldNumbers[before] != NONE) {
                int slot = slot(oldWords[before]);
                words[slot] = oldWords[before];
                numbers[slot] = oldNumbers[before];
            }
        }
    }
}
