package io.tagcompliance.server.handout;

/** A handout can't be made or read. The message is for people and holds no path. */
public final class HandoutException extends RuntimeException {
    HandoutException(String message, Throwable cause) {
        super(message, cause);
    }
}
