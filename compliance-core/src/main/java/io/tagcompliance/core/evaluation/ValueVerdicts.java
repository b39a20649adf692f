package io.tagcompliance.core.evaluation;

import java.util.Arrays;
import java.util.function.Predicate;

/**
 * What one demand says of each value, which is asked when the value is first met and remembered by its number. Numbers are
 * remembered in blocks, so that a demand on few of many values takes little room. Two threads that ask at once learn the
 * same.
 */
final class ValueVerdicts {
    private static final int BLOCK_BITS = 12;
    private static final int IN_BLOCK = (1 << BLOCK_BITS) - 1;
    private static final byte[] NOTHING_ASKED = new byte[0];
    private static final byte NOT_ASKED = 0;
    private static final byte FINE = 1;
    private static final byte WRONG = 2;

    private final Predicate<String> demand;
    private final byte[][] blocks;

    /** @param values how many there are */
    ValueVerdicts(Predicate<String> demand, int values) {
        this.demand = demand;
        this.blocks = new byte[(values >> BLOCK_BITS) + 1][];
        Arrays.fill(blocks, NOTHING_ASKED);
    }

    /** A negative number is that of a value too many, which is asked of every time. */
    boolean admit(int value, NumberedValues values) {
        if (value < 0) {
            return demand.test(values.text(value));
        }
        byte[] block = blocks[value >> BLOCK_BITS];
        int at = value & IN_BLOCK;
        return at < block.length && block[at] != NOT_ASKED ? block[at] == FINE : ask(value, values);
    }

    private boolean ask(int value, NumberedValues values) {
        boolean fine = demand.test(values.text(value));
        int number = value >> BLOCK_BITS;
        if (blocks[number] == NOTHING_ASKED) {
            blocks[number] = new byte[IN_BLOCK + 1];
        }
        blocks[number][value & IN_BLOCK] = fine ? FINE : WRONG;
        return fine;
    }
}
