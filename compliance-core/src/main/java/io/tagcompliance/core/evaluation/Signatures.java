package io.tagcompliance.core.evaluation;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What all checks of single values say of a row, as one word: its signature. Many rows of the same keys have one, and come to
 * the same, which is remembered here as the number of an outcome. Guarded by its user.
 */
final class Signatures {
    /** Past these, a row is judged check by check: somebody made up values for each resource. */
    private static final int MOST = 1 << 10;

    /** The positions that are looked at, and of each the bits of the demands on the value there. */
    private final int[] positions;

    private final long[] masks;

    private final long[] words;
    private final long asked;
    private final WordNumbers outcomes = new WordNumbers();
    private final int most;

    private Signatures(long[] masksByPosition, long[] words, int most) {
        this.positions = IntStream.range(0, masksByPosition.length)
                .filter(position -> masksByPosition[position] != 0)
                .toArray();
        this.masks = Arrays.stream(positions)
                .mapToLong(position -> masksByPosition[position])
                .toArray();
        this.words = words;
        this.most = most;
        this.asked = Arrays.stream(masks).reduce(0, (one, other) -> one | other) & ValueVerdicts.ALL_ASKED;
    }

    /** Remembers nothing. */
    static Signatures none() {
        return new Signatures(new long[0], new long[0], 0);
    }

    /**
     * The signatures of some checks, each of a position and with the verdicts of its demand. There are none where the demands
     * are too many for one word, or where one is made of two positions.
     */
    static Signatures of(int[] positions, ValueVerdicts[] verdicts) {
        long[] masks = new long[Arrays.stream(positions).max().orElse(-1) + 1];
        long taken = 0;
        for (int check = 0; check < positions.length; check++) {
            long mask = verdicts[check].mask();
            boolean others = (taken & mask & ~masks[positions[check]]) != 0;
            if (others || !verdicts[check].sharesWords(verdicts[0])) {
                return none();
            }
            masks[positions[check]] |= mask;
            taken |= mask;
        }
        return new Signatures(masks, verdicts.length == 0 ? new long[0] : verdicts[0].words(), MOST);
    }

    /** The signature of a row, given where its values begin. */
    long of(NumberedValues values, int first) {
        long signature = 0;
        for (int at = 0; at < positions.length; at++) {
            // The last word is that of values without a number, of which nothing is known.
            int word = Math.min(values.at(first + positions[at]), words.length - 1);
            signature |= words[word] & masks[at];
        }
        return signature;
    }

    /** The outcome that was noted; {@link Outcomes#UNKNOWN} where none was. */
    int outcome(long signature) {
        return outcomes.of(signature);
    }

    /** Notes what rows of a signature come to, if every demand was asked, and there aren't too many already. */
    void note(long signature, int outcome) {
        if ((signature & asked) == asked && outcomes.size() < most) {
            outcomes.put(signature, outcome);
        }
    }
}
