package io.tagcompliance.testkit;

/** What somebody does to the records of an audit trail who has its store and not its program. Records are counted from 1. */
public sealed interface Tampering {
    /** A field of one record is given another value. */
    record Changed(long record, Field field) implements Tampering {}

    /** One record is taken out, and the others stay as they are. */
    record TakenOut(long record) implements Tampering {}

    /** Two records change places. */
    record Swapped(long record, long other) implements Tampering {}

    /** A copy of a record is put in behind it, and later ones move up. */
    record PutIn(long copyOf) implements Tampering {}

    /** That many records at the end are taken away. */
    record CutOff(long records) implements Tampering {}

    /** Every record is taken away, and whatever the trail notes about the newest one. */
    record Emptied() implements Tampering {}

    /** The fields that a record has in every store. */
    enum Field {
        AT,
        KIND,
        CORRELATION_ID,
        CALLER,
        TOOL,
        ARGUMENTS,
        ARGUMENTS_DIGEST,
        OUTCOME,
        TOOK
    }
}
