package io.tagcompliance.core.advice;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Votes for values, by their numbers, as far as a decision needs them.
 *
 * @param value with the most votes; negative where there are none
 * @param count of votes for it
 * @param of    all votes
 */
record Votes(int value, int count, int of) {
    static final Votes NONE = new Votes(-1, 0, 0);

    /** Those of a ballot without one vote for each of some values. */
    static Votes without(Map<Integer, Integer> ballot, Set<Integer> leftOut) {
        int best = -1;
        int most = 0;
        int all = 0;
        for (Map.Entry<Integer, Integer> votes : ballot.entrySet()) {
            int count = votes.getValue() - (leftOut.contains(votes.getKey()) ? 1 : 0);
            all += count;
            if (count > most) {
                best = votes.getKey();
                most = count;
            }
        }
        return all == 0 ? NONE : new Votes(best, most, all);
    }

    /** The same votes, all of them. */
    static Map<Integer, Integer> counts(Map<Integer, Integer> ballot, Set<Integer> leftOut) {
        Map<Integer, Integer> counts = new HashMap<>(ballot);
        leftOut.forEach(value -> counts.computeIfPresent(value, (one, count) -> count - 1));
        counts.values().removeIf(count -> count <= 0);
        return counts;
    }

    /** Two thirds are for it at least: with less, it is the lucky one among several that counts. */
    boolean decide() {
        return 3 * count >= 2 * of;
    }

    /** How much they agree, with one vote against them, which nobody gave: few votes that agree say less than many. */
    double agreement() {
        return count / (of + 1.0);
    }
}
