package io.tagcompliance.core.advice;

import io.tagcompliance.policy.TagKey;
import java.util.Locale;

/** A key for which nothing is suggested, and why. */
public record Abstention(TagKey key, Why why) {

    /** Why nothing is suggested. */
    public enum Why {
        ALREADY_RIGHT("the resource has or inherits a value that the policy allows"),
        SYSTEM_KEY("keys of the cloud itself can't be written"),
        PROTECTED_KEY("the key is protected, and nobody is led to write it"),
        TAGS_UNKNOWN("the tags of the resource could not be read"),
        NO_EVIDENCE("nothing on the estate that is bound to this resource has the key"),
        TOO_FEW_VOTES("what has the key is too little to go by"),
        SPLIT("the votes are split, and no value has two thirds of them"),
        NOT_ALLOWED("the evidence names a value that the policy doesn't allow on this resource"),
        NOT_SURE_ENOUGH(
                "evidence like this is right too seldom on this estate, less often than the commonest value, or could be"
                        + " checked too seldom"),
        CONTRADICTED("two kinds of evidence name different values, and nobody can tell which is surer");

        private final String words;

        Why(String words) {
            this.words = words;
        }

        /** A sentence for people, without a full stop. */
        public String words() {
            return words;
        }

        /** The name in answers: {@code no_evidence}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
