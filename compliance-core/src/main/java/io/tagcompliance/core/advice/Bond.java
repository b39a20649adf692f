package io.tagcompliance.core.advice;

/** A tie that several resources have, and its number. */
record Bond(Tie tie, int number) {
    EvidenceClass kind() {
        return tie.kind();
    }

    String by() {
        return tie.by();
    }
}
