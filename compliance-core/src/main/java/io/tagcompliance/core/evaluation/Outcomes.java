package io.tagcompliance.core.evaluation;

import java.util.Arrays;
import java.util.List;

/**
 * What rows came to when they were first judged, each by the number of its outcome: neither the time nor the choice of rows
 * changes it. Many rows have one outcome, so a pass over rows that are known counts outcomes. Guarded by its user.
 */
final class Outcomes {
    /** Of a row that wasn't judged yet. */
    static final int UNKNOWN = 0;

    /** Of a row about which no rule is. */
    static final int NOT_APPLICABLE = -1;

    /** Of a row whose tags are unknown. */
    static final int NOT_EVALUATED = -2;

    /** Of a row that numbers don't settle, or whose outcome is one too many to be remembered: it is judged for itself. */
    static final int OPEN = -3;

    /** A number that is one fits into so many bits. */
    static final int BITS = 19;

    private static final int MOST = (1 << BITS) - 1;
    private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;

    private final int[] byRow;
    private Outcome[] outcomes = new Outcome[1 << 8];
    private int[] errors = new int[outcomes.length + 1];
    private int[] warnings = new int[outcomes.length + 1];
    private int[] slots = new int[2 * outcomes.length];
    private int size;

    /** @param rows how many rows there are */
    Outcomes(int rows) {
        this.byRow = new int[rows];
    }

    /** What some rows come to: the rules for their keys, and what of these they fail. */
    record Outcome(KeySetRules rules, long failed) {
        List<Finding> findings() {
            return rules.findings(failed);
        }
    }

    /** The number of what a row comes to. */
    int of(int row) {
        return byRow[row];
    }

    /** The outcome of a number that is one: they are positive. */
    Outcome at(int number) {
        return outcomes[number - 1];
    }

    /** How many there are: their numbers run from one to this. */
    int size() {
        return size;
    }

    /** How many violations of some outcome are errors. */
    int errors(int number) {
        return errors[number];
    }

    int warnings(int number) {
        return warnings[number];
    }

    /** The number of what values come to under the rules for their keys; {@link #OPEN} if it is one too many. */
    int of(KeySetRules rules, NumberedValues values, int first) {
        Signatures signatures = rules.signatures();
        int known = signatures.outcome(signatures.of(values, first));
        if (known != UNKNOWN) {
            return known;
        }
        int number = numberOf(new Outcome(rules, rules.failed(values, first)));
        // By now every demand was asked of every value.
        signatures.note(signatures.of(values, first), number);
        return number;
    }

    private int numberOf(Outcome outcome) {
        int slot = search(outcome);
        if (slots[slot] != UNKNOWN) {
            return slots[slot];
        }
        return size < MOST ? add(outcome, slot) : OPEN;
    }

    /** Notes what a row comes to. */
    void note(int row, int number) {
        byRow[row] = number;
    }

    private int add(Outcome outcome, int slot) {
        outcomes[size++] = outcome;
        errors[size] = outcome.rules().errors(outcome.failed());
        warnings[size] = outcome.rules().warnings(outcome.failed());
        slots[slot] = size;
        if (size == outcomes.length) {
            grow();
        }
        return size;
    }

    private int search(Outcome outcome) {
        long hash = (outcome.failed() * MULTIPLIER + outcome.rules().hashCode()) * MULTIPLIER;
        int slot = (int) (hash >>> Integer.SIZE) & (slots.length - 1);
        while (slots[slot] != UNKNOWN && !at(slots[slot]).equals(outcome)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void grow() {
        outcomes = Arrays.copyOf(outcomes, 2 * size);
        errors = Arrays.copyOf(errors, 2 * size + 1);
        warnings = Arrays.copyOf(warnings, 2 * size + 1);
        slots = new int[2 * outcomes.length];
        for (int number = 1; number <= size; number++) {
            slots[search(at(number))] = number;
        }
    }
}
