package io.tagcompliance.core.advice;

import java.util.Arrays;

/** Which resources belong together, by row: those that hard links bind, however many steps there are between two of them. */
final class Families {
    private final int[] first;
    private final int[] sizes;

    /** Every row a family of its own. */
    Families(int rows) {
        this.first = new int[rows];
        Arrays.setAll(first, row -> row);
        this.sizes = new int[rows];
        Arrays.fill(sizes, 1);
    }

    void unite(int one, int other) {
        int kept = Math.min(of(one), of(other));
        int gone = Math.max(of(one), of(other));
        if (kept != gone) {
            first[gone] = kept;
            sizes[kept] += sizes[gone];
        }
    }

    /** To be called when nothing is united any more: from then on nothing changes, and many threads may ask. */
    void settle() {
        Arrays.setAll(first, this::of);
    }

    /** The number of a row's family, which is its first row. */
    int of(int row) {
        int family = row;
        while (first[family] != family) {
            first[family] = first[first[family]];
            family = first[family];
        }
        return family;
    }

    /** Whether a row is the only one of its family. */
    boolean isAlone(int row) {
        return sizes[of(row)] == 1;
    }
}
