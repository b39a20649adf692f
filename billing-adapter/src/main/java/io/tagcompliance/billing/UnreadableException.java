package io.tagcompliance.billing;

import io.tagcompliance.core.resource.ReadFailure;

/** A bill can't be read. The message is for people and holds no path. */
final class UnreadableException extends RuntimeException {
    private final transient ReadFailure failure;

    UnreadableException(ReadFailure failure, Throwable cause) {
        super(failure.remedy(), cause);
        this.failure = failure;
    }

    UnreadableException(ReadFailure failure) {
        super(failure.remedy());
        this.failure = failure;
    }

    /** One that says what a person can do about the files. */
    static UnreadableException because(String remedy) {
        return new UnreadableException(new ReadFailure(ReadFailure.Kind.UNAVAILABLE, "bill", remedy));
    }

    /** The same, with which of several files it is; their names may tell more than people who read this are to know. */
    UnreadableException in(int file, int files) {
        if (files == 1) {
            return this;
        }
        String remedy = failure.remedy() + " (file " + file + " of " + files + ", in the order of their names)";
        return new UnreadableException(new ReadFailure(failure.kind(), failure.operation(), remedy), this);
    }

    ReadFailure failure() {
        return failure;
    }
}
