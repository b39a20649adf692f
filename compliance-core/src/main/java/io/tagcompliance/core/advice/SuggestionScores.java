package io.tagcompliance.core.advice;

import io.tagcompliance.core.check.ScanFacts;
import io.tagcompliance.policy.TagKey;
import java.util.List;

/** How good suggestions are on an estate: known tags were hidden, one at a time, and suggested anew. */
public record SuggestionScores(ScanFacts facts, List<OfKey> keys) {
    public SuggestionScores {
        keys = List.copyOf(keys);
    }

    /**
     * How good they are for one key.
     *
     * @param hidden   how often it was hidden: on each resource that has it right, or on a fixed sample of them
     * @param spoken   how often there was a suggestion
     * @param right    how often that was the hidden value
     * @param baseline how often simpler ways were right, on the same resources
     * @param bins     suggestions by how sure they were, the least sure first; empty ones are left out
     * @param lacking  how it is where nobody knows the value
     */
    public record OfKey(
            TagKey key, int hidden, int spoken, int right, Baseline baseline, List<Bin> bins, Lacking lacking) {
        public OfKey {
            bins = List.copyOf(bins);
        }

        /** The share of the suggestions that was right; 0 where there was none. */
        public double precision() {
            return spoken == 0 ? 0 : (double) right / spoken;
        }

        /** The share of the hidden tags for which there was a suggestion. */
        public double coverage() {
            return hidden == 0 ? 0 : (double) spoken / hidden;
        }
    }

    /**
     * Two simpler ways: the most frequent value of the estate, and that of the account, each without the resource itself.
     *
     * @param majorityWhereSpoken where there was a suggestion
     * @param accountWhereSpoken  where there was a suggestion
     * @param majorityOfAll       of all that was hidden
     * @param accountOfAll        of all that was hidden
     */
    public record Baseline(int majorityWhereSpoken, int accountWhereSpoken, int majorityOfAll, int accountOfAll) {}

    /**
     * The resources that lack the key, or have it wrong, though the policy requires it: what suggestions are for. These are not
     * those that have it, and know less.
     *
     * @param suggested on how many of them there is a suggestion
     */
    public record Lacking(int resources, int suggested) {}

    /**
     * Suggestions that were about as sure.
     *
     * @param from          the least confidence in it
     * @param confidenceSum of all of them, for the mean
     */
    public record Bin(double from, int spoken, int right, double confidenceSum) {
        /** How sure they were in the mean. */
        public double meanConfidence() {
            return confidenceSum / spoken;
        }

        /** The share that was right. */
        public double precision() {
            return (double) right / spoken;
        }
    }
}
