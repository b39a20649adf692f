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

    ReadFailure failure() {
        return failure;
    }
}
