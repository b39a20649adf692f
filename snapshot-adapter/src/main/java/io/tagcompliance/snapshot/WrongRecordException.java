package io.tagcompliance.snapshot;

import java.io.IOException;

/**
 * One record is wrong. Its message says how, and what to write instead.
 *
 * <p>An {@link IOException}, so that it passes through a {@link java.io.Reader}.
 */
final class WrongRecordException extends IOException {
    private final long line;

    WrongRecordException(long line, String problem) {
        super(problem);
        this.line = line;
    }

    long line() {
        return line;
    }
}
