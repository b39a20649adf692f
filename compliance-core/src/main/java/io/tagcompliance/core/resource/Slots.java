package io.tagcompliance.core.resource;

import java.util.Arrays;

/**
 * A hash table of numbers that are given out in order, from zero on: what a number stands for, only whoever asks knows.
 * Two numbers of one hash lie in neighbouring slots. Confined to one thread.
 */
final class Slots {
    private static final int NONE = -1;

    private final Ints hashes = new Ints();
    private int[] slots = emptyOf(64);

    private static int[] emptyOf(int length) {
        int[] slots = new int[length];
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
        return slots[slot];
    }

    /** Whether the number has this very hash: many share a slot that don't. */
    boolean hasHash(int number, int hash) {
        return hashes.at(number) == hash;
    }

    /** Gives out the next number, to lie in the slot where the search for its hash ended. */
    int put(int slot, int hash) {
        int number = hashes.size();
        hashes.add(hash);
        slots[slot] = number;
        if (hashes.size() > slots.length >> 1) {
            grow();
        }
        return number;
    }

    private void grow() {
        if (slots.length == 1 << 30) {
            throw new IllegalStateException("a scan holds more than can be counted: scan a part of the estate");
        }
        slots = emptyOf(slots.length << 1);
        for (int number = 0; number < hashes.size(); number++) {
            int slot = first(hashes.at(number));
            while (slots[slot] != NONE) {
                slot = next(slot);
            }
            slots[slot] = number;
        }
    }

    /** A hash of two numbers. */
    static int hash(int one, int other) {
        long mixed = (((long) one << 32) | (other & 0xFFFF_FFFFL)) * 0x9E37_79B9_7F4A_7C15L;
        return (int) (((mixed ^ (mixed >>> 29)) * 0xBF58_476D_1CE4_E5B9L) >>> 32);
    }
}
