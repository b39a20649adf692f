package io.tagcompliance.core.check;

import io.tagcompliance.core.resource.Ints;

/** The rows with listed violations, as two readings of a scan found them, each in the order of rows. */
final class Listing {
    private final Ints rows;
    private final Ints errors;

    /** Rows in order, and the errors that are listed of each. */
    Listing(Ints rows, Ints errors) {
        this.rows = rows;
        this.errors = errors;
    }

    /** None yet. */
    Listing() {
        this(new Ints(), new Ints());
    }

    /** Adds a row behind the others, with the errors that are listed of it. */
    void add(int row, int errorsOfRow) {
        rows.add(row);
        errors.add(errorsOfRow);
    }

    /** Both in the order of rows. */
    static Listing merged(Listing one, Listing other) {
        if (other.rows.size() == 0) {
            return one;
        }
        Listing merged = new Listing();
        int mine = 0;
        int theirs = 0;
        while (mine < one.rows.size() || theirs < other.rows.size()) {
            boolean takesMine = theirs == other.rows.size()
                    || (mine < one.rows.size() && one.rows.at(mine) < other.rows.at(theirs));
            if (takesMine) {
                merged.add(one.rows.at(mine), one.errors.at(mine++));
            } else {
                merged.add(other.rows.at(theirs), other.errors.at(theirs++));
            }
        }
        return merged;
    }

    /** The rows, those with the most errors first, then as they stand here: sorted by counting. */
    int[] worstFirst() {
        int most = 0;
        for (int index = 0; index < errors.size(); index++) {
            most = Math.max(most, errors.at(index));
        }
        int[] next = new int[most + 2];
        for (int index = 0; index < errors.size(); index++) {
            next[most - errors.at(index) + 1]++;
        }
        for (int bucket = 1; bucket < next.length; bucket++) {
            next[bucket] += next[bucket - 1];
        }
        int[] sorted = new int[rows.size()];
        for (int index = 0; index < sorted.length; index++) {
            sorted[next[most - errors.at(index)]++] = rows.at(index);
        }
        return sorted;
    }
}
