package io.tagcompliance.core.evaluation;

import java.util.function.Predicate;

/**
 * What one demand says of each value, which is asked when the value is first met and remembered by its number: as two bits of
 * a word that the value has for many demands, so that a check costs a look at one place of memory. Two threads are not to
 * ask at once.
 */
final class ValueVerdicts {
    /** How many demands share the words of values. */
    static final int IN_WORD = Long.SIZE / 2;

    /** The lower bit: whether the demand was asked of the value. */
    static final int ASKED = 1;

    /** The upper bit: whether the value fails it. */
    static final int WRONG = 2;

    /** The lower bits of all demands that share a word. */
    static final long ALL_ASKED = 0x5555_5555_5555_5555L;

    private final Predicate<String> demand;
    private final long[] words;
    private final int block;
    private final int shift;

    /**
     * The verdicts of a demand, none of them known.
     *
     * @param words  one for each value
     * @param number of the demand; so many of them share the words, in order
     */
    ValueVerdicts(Predicate<String> demand, long[] words, int number) {
        this.demand = demand;
        this.words = words;
        this.block = number / IN_WORD;
        this.shift = 2 * (number % IN_WORD);
    }

    /** The words, to be read only, and at most of values whose numbers are theirs. */
    long[] words() {
        return words;
    }

    /** The two bits of this demand. */
    long mask() {
        return (long) (ASKED | WRONG) << shift;
    }

    /** Whether both have their bits in the same words. */
    boolean sharesWords(ValueVerdicts other) {
        return block == other.block;
    }

    boolean admit(int value, NumberedValues values) {
        if (values.isPlace(value)) {
            return demand.test(values.text(value));
        }
        long verdict = words[value] >>> shift;
        return (verdict & ASKED) != 0 ? (verdict & WRONG) == 0 : ask(value, values);
    }

    private boolean ask(int value, NumberedValues values) {
        boolean fine = demand.test(values.text(value));
        words[value] |= (long) (fine ? ASKED : ASKED | WRONG) << shift;
        return fine;
    }
}
