package io.tagcompliance.core.resource;

import java.util.Arrays;

/**
 * The order of ids that are kept in two parts, as if each were one text. Mostly the shared parts decide by their rank, or
 * else the first eight characters of the rest; only where one shared part begins with the other are texts put together.
 */
final class IdOrder implements RowSort.Order {
    private static final int EIGHT = 8;

    private final TextPool texts;
    private final Ints shared;
    private final Ints own;
    private final int[] rank;
    private final int[] lastWithin;
    private final long[] beginning;

    IdOrder(TextPool texts, Ints shared, Ints own) {
        this.texts = texts;
        this.shared = shared;
        this.own = own;
        int[] sorted =
                Arrays.stream(shared.toArray()).filter(this::isKnown).distinct().toArray();
        new RowSort(sorted, texts::compare).sort(0, sorted.length);
        this.rank = rank(sorted);
        this.lastWithin = lastWithin(sorted);
        this.beginning = new long[own.size()];
        for (int row = 0; row < beginning.length; row++) {
            beginning[row] = isKnown(own.at(row)) ? beginningOf(own.at(row)) : 0;
        }
    }

    /** Rows of other clouds may have the numbers of other texts. */
    private boolean isKnown(int text) {
        return text < texts.size();
    }

    private int[] rank(int[] sorted) {
        int[] rank = new int[texts.size()];
        for (int place = 0; place < sorted.length; place++) {
            rank[sorted[place]] = place;
        }
        return rank;
    }

    /** For each shared part, by its rank, the last one that begins with it. */
    private int[] lastWithin(int[] sorted) {
        int[] last = new int[sorted.length];
        int[] open = new int[sorted.length];
        int depth = 0;
        for (int place = 0; place < sorted.length; place++) {
            while (depth > 0 && !startsWith(sorted[place], sorted[open[depth - 1]])) {
                last[open[--depth]] = place - 1;
            }
            open[depth++] = place;
        }
        while (depth > 0) {
            last[open[--depth]] = sorted.length - 1;
        }
        return last;
    }

    private boolean startsWith(int text, int beginning) {
        int length = texts.length(beginning);
        if (texts.length(text) < length) {
            return false;
        }
        for (int index = 0; index < length; index++) {
            if (texts.charAt(text, index) != texts.charAt(beginning, index)) {
                return false;
            }
        }
        return true;
    }

    /** Eight characters, a byte each; what a byte can't hold counts as the highest, and equal beginnings decide nothing. */
    private long beginningOf(int text) {
        long eight = 0;
        for (int index = 0; index < EIGHT; index++) {
            int character = index < texts.length(text) ? Math.min(texts.charAt(text, index), 0xFF) : 0;
            eight = (eight << 8) | character;
        }
        return eight;
    }

    @Override
    public int compare(int row, int other) {
        int one = rank[shared.at(row)];
        int two = rank[shared.at(other)];
        if (one == two) {
            int byBeginning = Long.compareUnsigned(beginning[row], beginning[other]);
            return byBeginning != 0 ? byBeginning : texts.compare(own.at(row), own.at(other));
        }
        boolean within = one < two ? two <= lastWithin[one] : one <= lastWithin[two];
        return within ? whole(row).compareTo(whole(other)) : Integer.compare(one, two);
    }

    private String whole(int row) {
        return texts.text(shared.at(row)).concat(texts.text(own.at(row)));
    }
}
