package io.tagcompliance.core.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The verdicts of a batch before anything is waived, each made once for all resources that come to the same and whose verdict
 * shows the same values. Confined to one thread.
 */
final class BatchVerdicts {
    /** Past these, verdicts are made anew. */
    private static final int MOST = 20_000;

    private static final int VALUE_BITS = Integer.SIZE - Integer.numberOfLeadingZeros(BatchValues.MOST);

    /** How many values one may show, for their numbers to share a word with that of the outcome. */
    private static final int MOST_SHOWN = (Long.SIZE - Outcomes.BITS) / VALUE_BITS;

    /** Of a verdict that isn't remembered: no outcome has this number. */
    private static final long NONE = 0;

    private final Outcomes outcomes;
    private final BatchValues values;

    /** By outcome: at which positions the values stand that its verdicts show; empty where these aren't remembered. */
    private final List<Optional<int[]>> shown = new ArrayList<>();

    private final WordNumbers numbers = new WordNumbers();
    private final List<Verdict.Judged> verdicts = new ArrayList<>();

    BatchVerdicts(Outcomes outcomes, BatchValues values) {
        this.outcomes = outcomes;
        this.values = values;
    }

    /** The verdict on a resource that came to this, if nothing is waived. */
    Verdict.Judged of(int outcome) {
        long word = word(outcome);
        int known = word == NONE ? WordNumbers.NONE : numbers.of(word);
        if (known != WordNumbers.NONE) {
            return verdicts.get(known - 1);
        }
        Verdict.Judged verdict = new Verdict.Judged(outcomes.at(outcome).violations(values), List.of());
        if (word != NONE && verdicts.size() < MOST) {
            verdicts.add(verdict);
            numbers.put(word, verdicts.size());
        }
        return verdict;
    }

    /** What a verdict is known by: the numbers of the outcome, and of the values that it shows. */
    private long word(int outcome) {
        while (shown.size() < outcome) {
            shown.add(shown(outcomes.at(shown.size() + 1)));
        }
        Optional<int[]> positions = shown.get(outcome - 1);
        return positions.isPresent() ? word(outcome, positions.get()) : NONE;
    }

    private static Optional<int[]> shown(Outcomes.Outcome outcome) {
        return outcome.rules().shown(outcome.failed()).filter(positions -> positions.length <= MOST_SHOWN);
    }

    private long word(int outcome, int[] positions) {
        long word = outcome;
        int shift = Outcomes.BITS;
        for (int position : positions) {
            int value = values.at(position);
            if (values.isPlace(value)) {
                return NONE;
            }
            word |= (long) value << shift;
            shift += VALUE_BITS;
        }
        return word;
    }
}
