package io.tagcompliance.core.resource;

import java.util.function.IntPredicate;

/** Some rows of columns, in their order. Immutable. */
public final class Rows {
    private final int size;
    private final int[] selected;

    private Rows(int size, int[] selected) {
        this.size = size;
        this.selected = selected;
    }

    /** All of them. */
    public static Rows all(ResourceColumns columns) {
        return new Rows(columns.size(), new int[0]);
    }

    /** Those of them that are wanted. */
    public Rows where(IntPredicate wanted) {
        Ints rows = new Ints();
        for (int index = 0; index < size; index++) {
            if (wanted.test(row(index))) {
                rows.add(row(index));
            }
        }
        return rows.size() == size ? this : new Rows(rows.size(), rows.toArray());
    }

    /** How many they are. */
    public int size() {
        return size;
    }

    /** The row at an index. */
    public int row(int index) {
        return selected.length == 0 ? index : selected[index];
    }
}
