package io.tagcompliance.core.advice;

import io.tagcompliance.policy.TagKey;
import java.util.List;

/**
 * What a tag should be, as far as the estate knows.
 *
 * @param key          as the policy writes it on that cloud
 * @param value        one that the policy allows there, in its own spelling
 * @param evidence     all that speaks for it, the surest first; never empty
 * @param alternatives other allowed values that got votes, the surest first
 */
public record TagSuggestion(TagKey key, String value, List<Evidence> evidence, List<Alternative> alternatives) {
    public TagSuggestion {
        evidence = List.copyOf(evidence);
        alternatives = List.copyOf(alternatives);
    }

    /** Another value, and the best of what speaks for it. */
    public record Alternative(String value, EvidenceClass kind, int votes, int of) {}

    /** How sure it is: the lower bound of how often its surest evidence was right. */
    public double confidence() {
        return evidence.getFirst().precision().lowerBound();
    }
}
