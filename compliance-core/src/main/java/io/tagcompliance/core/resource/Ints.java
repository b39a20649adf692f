package io.tagcompliance.core.resource;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A list of numbers that grows, without an object for each. Confined to one thread. */
public final class Ints {
    private static final int FEW = 16;

    private int[] items = new int[FEW];
    private int size;

    /** How many there are. */
    public int size() {
        return size;
    }

    /** The one at an index, which is under the size. */
    public int at(int index) {
        return items[index];
    }

    /** Puts another one at an index, which is under the size. */
    public void set(int index, int item) {
        items[index] = item;
    }

    /**
     * Adds one behind the others.
     *
     * @throws IllegalStateException where it holds as many as one array can
     */
    public void add(int item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, larger(size));
        }
        items[size++] = item;
    }

    /** Half as large again, so that little is wasted of a list that grew to its end. */
    private static int larger(int size) {
        long wanted = Math.min(size + (long) (size >> 1) + FEW, Integer.MAX_VALUE - FEW);
        if (wanted <= size) {
            throw new IllegalStateException("a scan holds more tags than can be counted: scan a part of the estate");
        }
        return (int) wanted;
    }

    /** All of them, in order. */
    public IntStream stream() {
        return Arrays.stream(items, 0, size);
    }

    /** All of them, copied. */
    public int[] toArray() {
        return Arrays.copyOf(items, size);
    }
}
