package io.tagcompliance.core.resource;

import java.util.Arrays;

/**
 * A hash table of numbers that are given out in order, from zero on: what a number stands for, only whoever asks knows.
 * Two numbers of one hash lie in neighbouring slots. Confined to one thread.
 */
final class Slots {
    private static final int NONE = -1;

    /** The hash in the upper half, the number in the lower: a search that fails costs one look at memory. */
    private long[] slots = emptyOf(64);

    private int size;

    private static long[] emptyOf(int length) {
        long[] slots = new long[length];
        Arrays.fill(slots, NONE);
        return slots;
    }

    /** The slot where the search for a hash begins. */
    int first(int hash) {
        return hash & (slots.length - 1);
    }

    int next(int slot) {
        return (slot + 1) & (slots.length - 1);
    }

    /** The number in a slot; negative where the search ends. */
    int at(int slot) {
        return (int) slots[slot];
    }

    /** Whether the number in a slot has this very hash: many share a slot that don't. */
    boolean hasHash(int slot, int hash) {
        return (int) (slots[slot] >>> Integer.SIZE) == hash;
    }

    /** Gives out the next number, to lie in the slot where the search for its hash ended. */
    int put(int slot, int hash) {
        int number = size++;
        slots[slot] = ((long) hash << Integer.SIZE) | number;
        if (size > slots.length >> 1) {
            grow();
        }
        return number;
    }

    private void grow() {
        if (slots.length == 1 << 30) {
            throw new IllegalStateException("a scan holds more than can be counted: scan a part of the estate");
        }
        long[] before = slots;
        slots = emptyOf(before.length << 1);
        for (long entry : before) {
            if (entry != NONE) {
                int slot = first((int) (entry >>> Integer.SIZE));
                while (slots[slot] != NONE) {
                    slot = next(slot);
                }
                slots[slot] = entry;
            }
        }
    }

    /** A hash of two numbers. */
    static int hash(int one, int other) {
        long mixed = (((long) one << 32) | (other & 0xFFFF_FFFFL)) * 0x9E37_79B9_7F4A_7C15L;
        return (int) (((mixed ^ (mixed >>> 29)) * 0xBF58_476D_1CE4_E5B9L) >>> 32);
    }
}
