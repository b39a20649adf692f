package io.tagcompliance.server.tool;

import java.util.Locale;

/**
 * A tool refuses a call. The message is for people and holds no path and no secret, and of what a stranger wrote no more
 * than a name or a number that was given, as {@link Given} has it.
 */
public final class RefusalException extends RuntimeException {
    private final Code code;

    public RefusalException(Code code, String message) {
        super(message);
        this.code = code;
    }

    static RefusalException invalid(String field, String message) {
        return new RefusalException(Code.INVALID_ARGUMENT, field + ": " + message);
    }

    public Code code() {
        return code;
    }

    /** Why a call was refused, for programs. */
    public enum Code {
        INVALID_ARGUMENT(false),
        CURSOR_EXPIRED(false),
        STILL_SCANNING(true),
        CANCELLED(true),
        TOOLSET_OFF(false),
        READ_ONLY(false),
        ESTATE_UNREADABLE(false),
        CLOUD_UNREADABLE(true),
        HISTORY_UNAVAILABLE(true),
        STORE_UNAVAILABLE(true),
        AUDIT_UNAVAILABLE(true),
        AUDIT_CORRUPT(false),
        INTERNAL_ERROR(false);

        private final boolean retryable;

        Code(boolean retryable) {
            this.retryable = retryable;
        }

        /** Whether the same call may succeed later without anybody changing anything. */
        public boolean retryable() {
            return retryable;
        }

        /** The name in answers: {@code invalid_argument}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
