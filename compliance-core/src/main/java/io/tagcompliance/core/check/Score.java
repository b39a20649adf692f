package io.tagcompliance.core.check;

/** The share of applicable resources that are compliant, where it is known. */
public sealed interface Score {

    /** Compliant divided by applicable, from 0 to 1, of a scope that was read to its end. */
    record Known(double ratio) implements Score {}

    /** The scope was read in part: there is a score of what was read, and none of the whole. */
    record Withheld(Score ofWhatWasRead) implements Score {}

    /** No resource to which a rule applies: neither 0 nor 1. */
    record NothingApplicable() implements Score {}

    /** Whether this is a known score of at least that; a withheld one never is. */
    default boolean reaches(double bar) {
        return this instanceof Known known && known.ratio() >= bar;
    }
}
