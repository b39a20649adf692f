package io.tagcompliance.audit;

/** Where the chain can be taken up: the number of a record, and its hash. */
record Link(long number, String hash) {
    /** Before the first record of all. */
    static final Link BEGINNING = new Link(0, "");
}
