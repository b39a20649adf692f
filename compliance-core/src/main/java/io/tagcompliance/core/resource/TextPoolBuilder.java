package io.tagcompliance.core.resource;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.UUID;

/**
 * Numbers texts in the order in which they come, each of them once. Confined to one thread.
 *
 * <p>The texts are strangers', so the hash is told from others by a seed: nobody can choose texts that share one, and so make
 * each search a long one. Nothing else depends on the seed.
 */
public final class TextPoolBuilder {
    private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;
    private static final int EIGHT = Long.BYTES;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final long seed = UUID.randomUUID().getLeastSignificantBits();
    private final ShortTexts shortOnes = new ShortTexts(seed);
    private final TextBytes bytes = new TextBytes();
    private final Ints addresses = new Ints();
    private final Slots slots = new Slots();
    private final Latin1 narrow = new Latin1();

    /** The number of a text. */
    int add(String text) {
        return narrow.take(text) ? add(narrow.bytes(), 0, text.length()) : addWide(text);
    }

    /** The number of a text that has a byte for each character. */
    public int add(byte[] latin1, int from, int to) {
        boolean small = ShortTexts.fits(latin1, from, to);
        int known = small ? shortOnes.find(latin1, from, to) : ShortTexts.NONE;
        if (known >= 0) {
            return known;
        }
        int number = addAny(latin1, from, to);
        if (small) {
            shortOnes.add(latin1, from, to, number);
        }
        return number;
    }

    private int addAny(byte[] latin1, int from, int to) {
        int hash = hash(latin1, from, to);
        int slot = search(hash, latin1, from, to);
        if (slots.at(slot) >= 0) {
            return slots.at(slot);
        }
        addresses.add(bytes.append(latin1, from, to));
        return slots.put(slot, hash);
    }

    private int addWide(String text) {
        int hash = hash(text);
        int slot = search(hash, text);
        if (slots.at(slot) >= 0) {
            return slots.at(slot);
        }
        addresses.add(bytes.append(text));
        return slots.put(slot, hash);
    }

    /** The number of a text; negative where it isn't there. */
    int find(String text) {
        return narrow.take(text) ? find(narrow.bytes(), 0, text.length()) : slots.at(search(hash(text), text));
    }

    /** The same of a text that has a byte for each character. */
    public int find(byte[] latin1, int from, int to) {
        return slots.at(search(hash(latin1, from, to), latin1, from, to));
    }

    private int search(int hash, byte[] latin1, int from, int to) {
        int slot = slots.first(hash);
        while (slots.at(slot) >= 0
                && !(slots.hasHash(slot, hash) && bytes.is(addresses.at(slots.at(slot)), latin1, from, to))) {
            slot = slots.next(slot);
        }
        return slot;
    }

    private int search(int hash, String wide) {
        int slot = slots.first(hash);
        while (slots.at(slot) >= 0 && !(slots.hasHash(slot, hash) && bytes.is(addresses.at(slots.at(slot)), wide))) {
            slot = slots.next(slot);
        }
        return slot;
    }

    /** Takes eight characters in a step; some of the last ones twice, if need be. */
    private int hash(byte[] latin1, int from, int to) {
        long hash = seed ^ (to - from);
        int last = to - EIGHT;
        for (int at = from; at < last; at += EIGHT) {
            hash = with(hash, (long) LONGS.get(latin1, at));
        }
        long rest = last >= from ? (long) LONGS.get(latin1, last) : few(latin1, from, to);
        return (int) ((with(hash, rest) * MULTIPLIER) >>> 32);
    }

    /** Fewer than eight characters, the first one lowest. */
    private static long few(byte[] latin1, int from, int to) {
        if (from + EIGHT <= latin1.length) {
            return (long) LONGS.get(latin1, from) & ((1L << (Byte.SIZE * (to - from))) - 1);
        }
        long few = 0;
        for (int at = to - 1; at >= from; at--) {
            few = (few << Byte.SIZE) | (latin1[at] & 0xFF);
        }
        return few;
    }

    private int hash(String text) {
        long hash = seed ^ text.length();
        for (int index = 0; index < text.length(); index++) {
            hash = with(hash, text.charAt(index));
        }
        return (int) ((hash * MULTIPLIER) >>> 32);
    }

    private static long with(long hash, long more) {
        long mixed = (hash ^ more) * MULTIPLIER;
        return mixed ^ (mixed >>> 29);
    }

    /** The text of a number. */
    String text(int number) {
        return bytes.text(addresses.at(number));
    }

    /** The texts, to which none is added any more. */
    TextPool build() {
        bytes.trim();
        return new TextPool(bytes, addresses.toArray());
    }
}
