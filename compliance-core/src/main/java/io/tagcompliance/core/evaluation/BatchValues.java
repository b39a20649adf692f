package io.tagcompliance.core.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The values of one resource at a time, which are numbered when they are asked for. Confined to one thread. */
final class BatchValues implements NumberedValues {
    /** A value whose slot isn't found in so many steps isn't numbered: strangers can choose values of one hash. */
    private static final int MOST_STEPS = 16;

    private static final int NONE = -1;

    private final int most;

    /** The hash in the upper half, the number in the lower. */
    private final long[] slots;

    private final List<String> texts = new ArrayList<>();
    private String[] current = new String[1 << 4];
    private int size;

    /** @param most how many are numbered; of the others the number tells the place alone */
    BatchValues(int most) {
        this.most = most;
        this.slots = new long[Integer.highestOneBit(most) << 2];
        Arrays.fill(slots, NONE);
    }

    /** The next resource comes. */
    void clear() {
        size = 0;
    }

    /** Adds its next value. */
    void add(String value) {
        if (size == current.length) {
            current = Arrays.copyOf(current, 2 * size);
        }
        current[size++] = value;
    }

    /** The value at a position. */
    String textAt(int position) {
        return current[position];
    }

    @Override
    public int at(int index) {
        String value = current[index];
        int hash = value.hashCode() * 0x9E37_79B9;
        int slot = hash >>> Integer.numberOfLeadingZeros(slots.length - 1);
        for (int step = 0; step < MOST_STEPS; step++) {
            long there = slots[slot];
            if (there == NONE) {
                return number(value, hash, slot, index);
            }
            if ((int) (there >>> Integer.SIZE) == hash && texts.get((int) there).equals(value)) {
                return (int) there;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return place(index);
    }

    private int number(String value, int hash, int slot, int index) {
        if (texts.size() >= most) {
            return place(index);
        }
        slots[slot] = ((long) hash << Integer.SIZE) | texts.size();
        texts.add(value);
        return texts.size() - 1;
    }

    private int place(int index) {
        return most + 1 + index;
    }

    @Override
    public String text(int value) {
        return isPlace(value) ? current[value - most - 1] : texts.get(value);
    }

    @Override
    public boolean isPlace(int value) {
        return value > most;
    }
}
