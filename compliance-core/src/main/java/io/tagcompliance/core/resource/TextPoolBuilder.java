package io.tagcompliance.core.resource;

import java.util.UUID;

/**
 * Numbers texts in the order in which they come, each of them once. Confined to one thread.
 *
 * <p>The texts are strangers', so the hash is told from others by a seed: nobody can choose texts that share one, and so make
 * each search a long one. Nothing else depends on the seed.
 */
final class TextPoolBuilder {
    private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;

    private final long seed = UUID.randomUUID().getLeastSignificantBits();
    private final TextBytes bytes = new TextBytes();
    private final Ints addresses = new Ints();
    private final Slots slots = new Slots();

    /** The number of a text. */
    int add(String text) {
        int hash = hash(text);
        int slot = slots.first(hash);
        while (slots.at(slot) >= 0) {
            int number = slots.at(slot);
            if (slots.hasHash(number, hash) && bytes.is(addresses.at(number), text)) {
                return number;
            }
            slot = slots.next(slot);
        }
        addresses.add(bytes.append(text));
        return slots.put(slot, hash);
    }

    /** Takes four characters in a step. */
    private int hash(String text) {
        long hash = seed ^ text.length();
        int index = 0;
        for (; index + 4 <= text.length(); index += 4) {
            long four = text.charAt(index)
                    | ((long) text.charAt(index + 1) << 16)
                    | ((long) text.charAt(index + 2) << 32)
                    | ((long) text.charAt(index + 3) << 48);
            hash = (hash ^ four) * MULTIPLIER;
            hash ^= hash >>> 29;
        }
        for (; index < text.length(); index++) {
            hash = (hash ^ text.charAt(index)) * MULTIPLIER;
            hash ^= hash >>> 29;
        }
        return (int) ((hash * MULTIPLIER) >>> 32);
    }

    /** The texts, to which none is added any more. */
    TextPool build() {
        bytes.trim();
        return new TextPool(bytes, addresses.toArray());
    }
}
