package io.tagcompliance.core.evaluation;

import java.util.Arrays;

/**
 * What rows came to when they were first judged, each by the number of its outcome: neither the time nor the choice of rows
 * changes it. Many rows have one outcome, so a pass over rows that are known counts outcomes. Guarded by its user.
 */
final class Outcomes {
    /** Of a row that wasn't judged, or whose outcome was one too many to be remembered. */
    static final int UNKNOWN = 0;

    private static final int MOST = 1 << 16;
    private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;

    private final int[] byRow;
    private Outcome[] outcomes = new Outcome[1 << 8];
    private int[] slots = new int[2 * outcomes.length];
    private int size;

    /** @param rows how many rows there are */
    Outcomes(int rows) {
        this.byRow = new int[rows];
    }

    /** What some rows come to: the rules for their keys, by their number too, and what of these they fail. */
    record Outcome(int number, KeySetRules rules, long failed, int errors, int warnings) {
        Outcome(int number, KeySetRules rules, long failed) {
            this(number, rules, failed, rules.errors(failed), rules.warnings(failed));
        }

        private boolean is(int thatNumber, long thatFailed) {
            return failed == thatFailed && number == thatNumber;
        }
    }

    /** The number of what a row comes to. */
    int of(int row) {
        return byRow[row];
    }

    /** The outcome of a number that isn't {@link #UNKNOWN}. */
    Outcome at(int number) {
        return outcomes[number - 1];
    }

    /** How many there are: their numbers run from one to this. */
    int size() {
        return size;
    }

    /** Notes what a row comes to, if there aren't too many outcomes already, and tells which that is. */
    Outcome note(int row, int number, KeySetRules rules, long failed) {
        int slot = search(number, failed);
        if (slots[slot] == UNKNOWN) {
            Outcome outcome = new Outcome(number, rules, failed);
            if (size == MOST) {
                return outcome;
            }
            add(outcome, slot);
            slot = search(number, failed);
        }
        byRow[row] = slots[slot];
        return at(slots[slot]);
    }

    private void add(Outcome outcome, int slot) {
        outcomes[size++] = outcome;
        slots[slot] = size;
        if (size == outcomes.length) {
            grow();
        }
    }

    private int search(int number, long failed) {
        long hash = (failed * MULTIPLIER + number) * MULTIPLIER;
        int slot = (int) (hash >>> Integer.SIZE) & (slots.length - 1);
        while (slots[slot] != UNKNOWN && !at(slots[slot]).is(number, failed)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void grow() {
        outcomes = Arrays.copyOf(outcomes, 2 * size);
        slots = new int[2 * outcomes.length];
        for (int number = 1; number <= size; number++) {
            slots[search(at(number).number(), at(number).failed())] = number;
        }
    }
}
