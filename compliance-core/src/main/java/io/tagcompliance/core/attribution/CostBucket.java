package io.tagcompliance.core.attribution;

import java.util.Locale;

/** Where a charge goes. Each goes to exactly one, so that they add up to the total. */
public enum CostBucket {
    /** All allocation keys are there with values that the policy allows. */
    DIRECT("A"),
    /** What isn't there is inherited from a parent, by a rule of the policy. */
    INHERITED("B"),
    /** A resource that isn't tagged, or not right, of a type that could be or that isn't known. */
    ACTIONABLE_GAP("C"),
    /** Of a service whose resources can be tagged, in a row that names none. */
    NO_RESOURCE_ID("D"),
    /** Of a service that has nothing to tag, or of a resource whose type can't be tagged. */
    UNTAGGABLE("E"),
    /** Tax, credit, refund, support, purchase: no usage. */
    NOT_USAGE("F");

    private final String letter;

    CostBucket(String letter) {
        this.letter = letter;
    }

    /** Its place in the order of the six. */
    public String letter() {
        return letter;
    }

    /** The name in answers: {@code actionable_gap}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether somebody answers for it. */
    public boolean isAttributed() {
        return this == DIRECT || this == INHERITED;
    }

    /** Whether tags could be put to it. */
    public boolean isTaggable() {
        return isAttributed() || this == ACTIONABLE_GAP || this == NO_RESOURCE_ID;
    }
}
