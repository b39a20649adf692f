package io.tagcompliance.core.check;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/**
 * A list whose elements are made of rows of a scan, each anew whenever it is asked for: of an estate's many violations an
 * answer shows a few. Immutable.
 */
final class RowList<T> extends AbstractList<T> implements RandomAccess {
    private final int[] rows;
    private final IntFunction<T> element;

    /** @param element makes one of a row; equal ones whenever it is called */
    RowList(int[] rows, IntFunction<T> element) {
        this.rows = rows;
        this.element = element;
    }

    /** The list itself where it is one of these, since they never change, and else a copy. */
    static <T> List<T> copyOf(List<T> list) {
        return list instanceof RowList<T> rows ? rows : List.copyOf(list);
    }

    @Override
    public T get(int index) {
        return element.apply(rows[index]);
    }

    @Override
    public int size() {
        return rows.length;
    }
}
