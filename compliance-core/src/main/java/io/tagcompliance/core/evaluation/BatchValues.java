package io.tagcompliance.core.evaluation;

import io.tagcompliance.core.resource.Tags;
import java.util.Arrays;

/** The values of one resource at a time, which are numbered when they are asked for. Confined to one thread. */
final class BatchValues implements NumberedValues {
    /** How many are numbered; of the others the number tells the place alone. */
    static final int MOST = 20_000;

    /** A value whose slot isn't found in so many steps isn't numbered: strangers can choose values of one hash. */
    private static final int MOST_STEPS = 16;

    private static final int NONE = -1;

    /** The hash in the upper half, the number in the lower. */
    private final long[] slots = new long[Integer.highestOneBit(MOST) << 2];

    private String[] texts = new String[1 << 8];
    private int size;
    private Tags current = Tags.NONE;

    BatchValues() {
        Arrays.fill(slots, NONE);
    }

    /** The values are those of the next resource. */
    void of(Tags tags) {
        current = tags;
    }

    /** The value at a position. */
    String textAt(int position) {
        return current.value(position);
    }

    @Override
    public int at(int index) {
        String value = current.value(index);
        int hash = value.hashCode() * 0x9E37_79B9;
        int slot = hash >>> Integer.numberOfLeadingZeros(slots.length - 1);
        for (int step = 0; step < MOST_STEPS; step++) {
            long there = slots[slot];
            if (there == NONE) {
                return number(value, hash, slot, index);
            }
            if ((int) (there >>> Integer.SIZE) == hash && texts[(int) there].equals(value)) {
                return (int) there;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return place(index);
    }

    private int number(String value, int hash, int slot, int index) {
        if (size == MOST) {
            return place(index);
        }
        if (size == texts.length) {
            texts = Arrays.copyOf(texts, 2 * size);
        }
        slots[slot] = ((long) hash << Integer.SIZE) | size;
        texts[size] = value;
        return size++;
    }

    private static int place(int index) {
        return MOST + 1 + index;
    }

    @Override
    public String text(int value) {
        return isPlace(value) ? current.value(value - MOST - 1) : texts[value];
    }

    @Override
    public boolean isPlace(int value) {
        return value > MOST;
    }
}
