package io.tagcompliance.core.resource;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The numbers of some short texts, of which the characters themselves are the key: a look at one place of memory finds one. Most
 * values of tags are short, and few of them are on most resources. Confined to one thread.
 */
final class ShortTexts {
    static final int NONE = -1;

    private static final int LONGEST = 2 * Long.BYTES;

    /** Those that come first are kept, among which the frequent ones are. */
    private static final int MOST = 1 << 15;

    /** The first eight characters, the others, and how many these are with the number: zero where nothing is. */
    private static final int IN_ENTRY = 3;

    private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final long seed;
    private long[] entries = new long[IN_ENTRY << 6];
    private int size;

    /** @param seed by which the hash differs from others */
    ShortTexts(long seed) {
        this.seed = seed;
    }

    /** Whether a text is one that can be here: there must be bytes behind it, which are not looked at. */
    static boolean fits(byte[] latin1, int from, int to) {
        return to - from <= LONGEST && from + LONGEST <= latin1.length;
    }

    /** The number of a text that fits; {@link #NONE} where it isn't here. */
    int find(byte[] latin1, int from, int to) {
        int length = to - from;
        long entry = entries[search(first(latin1, from, length), second(latin1, from, length), length) + 2];
        return (int) entry - 1;
    }

    /** Takes a text that fits and isn't here, if there is room for it. */
    void add(byte[] latin1, int from, int to, int number) {
        if (size == MOST) {
            return;
        }
        int length = to - from;
        put(first(latin1, from, length), second(latin1, from, length), ((long) length << Integer.SIZE) | (number + 1));
        if (++size * 2 * IN_ENTRY > entries.length) {
            grow();
        }
    }

    private static long first(byte[] latin1, int from, int length) {
        return (long) LONGS.get(latin1, from) & few(length);
    }

    private static long second(byte[] latin1, int from, int length) {
        return length <= Long.BYTES ? 0 : (long) LONGS.get(latin1, from + Long.BYTES) & few(length - Long.BYTES);
    }

    private static long few(int characters) {
        return characters >= Long.BYTES ? -1 : (1L << (Byte.SIZE * characters)) - 1;
    }

    private void put(long first, long second, long entry) {
        int at = search(first, second, (int) (entry >>> Integer.SIZE));
        entries[at] = first;
        entries[at + 1] = second;
        entries[at + 2] = entry;
    }

    private int search(long first, long second, int length) {
        long mixed = (first ^ seed) * MULTIPLIER;
        // A product carries upwards only: what is above comes down before the rest is put to it.
        mixed = ((mixed ^ (mixed >>> 29)) + second + length) * MULTIPLIER;
        mixed ^= mixed >>> 32;
        mixed *= MULTIPLIER;
        // The upper half of a product by how many there are is a number under that.
        int at = IN_ENTRY * (int) Math.unsignedMultiplyHigh(mixed, entries.length / IN_ENTRY);
        while (entries[at + 2] != 0 && !isAt(at, first, second, length)) {
            at = at + IN_ENTRY == entries.length ? 0 : at + IN_ENTRY;
        }
        return at;
    }

    private boolean isAt(int at, long first, long second, int length) {
        return entries[at] == first && entries[at + 1] == second && (int) (entries[at + 2] >>> Integer.SIZE) == length;
    }

    private void grow() {
        long[] before = entries;
        entries = new long[2 * before.length];
        for (int at = 0; at < before.length; at += IN_ENTRY) {
            if (before[at + 2] != 0) {
                put(before[at], before[at + 1], before[at + 2]);
            }
        }
    }
}
