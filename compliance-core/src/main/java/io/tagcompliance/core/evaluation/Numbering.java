package io.tagcompliance.core.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Numbers of things, from zero in the order in which they came. One that isn't found in so many steps gets none: strangers can
 * choose texts of one hash. Confined to one thread.
 */
final class Numbering<T> {
    /** Of a thing that got none. */
    static final int NONE = -1;

    private static final int MULTIPLIER = 0x9E37_79B9;
    private static final int MOST_STEPS = 16;

    private final int most;
    private final BiPredicate<T, T> same;
    private final List<T> things = new ArrayList<>();

    /** The hash in the upper half, the number in the lower. */
    private final long[] slots;

    /**
     * @param most how many get one
     * @param same whether two are one
     */
    Numbering(int most, BiPredicate<T, T> same) {
        this.most = most;
        this.same = same;
        this.slots = new long[Integer.highestOneBit(most) << 2];
        Arrays.fill(slots, NONE);
    }

    /** The number of a thing with this hash, which is a new one where it didn't come before. */
    int of(T thing, int itsHash) {
        int hash = itsHash * MULTIPLIER;
        int slot = hash >>> Integer.numberOfLeadingZeros(slots.length - 1);
        for (int step = 0; step < MOST_STEPS; step++) {
            long there = slots[slot];
            if (there == NONE) {
                return add(thing, hash, slot);
            }
            if ((int) (there >>> Integer.SIZE) == hash && same.test(thing, at((int) there))) {
                return (int) there;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return NONE;
    }

    private int add(T thing, int hash, int slot) {
        int number = things.size();
        if (number == most) {
            return NONE;
        }
        things.add(thing);
        slots[slot] = ((long) hash << Integer.SIZE) | number;
        return number;
    }

    /** The thing that came first of those with a number. */
    T at(int number) {
        return things.get(number);
    }
}
