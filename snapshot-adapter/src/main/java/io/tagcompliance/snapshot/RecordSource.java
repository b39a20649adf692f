package io.tagcompliance.snapshot;

/** Where an inventory takes its records from. */
interface RecordSource {
    /**
     * The records as they are now.
     *
     * @throws EstateFileException where they stand in a file that is wrong
     */
    Records current() throws InterruptedException;

    /** The records that were read last; asks nobody. */
    Records latest();

    /** Records that never change. */
    record Fixed(Records latest) implements RecordSource {
        @Override
        public Records current() {
            return latest;
        }
    }
}
