package io.tagcompliance.core.advice;

/** A tie that several resources have, and its number, which no other has. */
record Bond(Tie tie, int number) {
    EvidenceClass kind() {
        return tie.kind();
    }

    String by() {
        return tie.by();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bond bond && number == bond.number;
    }

    @Override
    public int hashCode() {
        return number;
    }
}
