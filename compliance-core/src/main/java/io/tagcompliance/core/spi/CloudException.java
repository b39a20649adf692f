package io.tagcompliance.core.spi;

import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.ReadFailure.Kind;
import org.jspecify.annotations.Nullable;

/** Something failed at a cloud. The message is for people and holds no path, host or secret. */
public abstract sealed class CloudException extends RuntimeException {
    private final transient ReadFailure failure;

    private CloudException(ReadFailure failure, @Nullable Throwable cause) {
        super(failure.operation() + ": " + failure.remedy(), cause);
        this.failure = failure;
    }

    /** What failed, and what a person can do. */
    public ReadFailure failure() {
        return failure;
    }

    /** The exception for a failure of that kind. */
    public static CloudException of(ReadFailure failure, Throwable cause) {
        return switch (failure.kind()) {
            case ACCESS_DENIED -> new AccessDenied(failure, cause);
            case UNAUTHENTICATED -> new Unauthenticated(failure, cause);
            case THROTTLED -> new Throttled(failure, cause);
            case UNAVAILABLE, BROKEN_PAGING, INTERRUPTED -> new Unavailable(failure, cause);
            case UNSUPPORTED -> new Unsupported(failure, cause);
        };
    }

    /** A refusal of what this adapter can't do; there is no cause but the request. */
    public static CloudException unsupported(String operation, String remedy) {
        return new Unsupported(new ReadFailure(Kind.UNSUPPORTED, operation, remedy), null);
    }

    /** The identity is known and may not do this. */
    public static final class AccessDenied extends CloudException {
        private AccessDenied(ReadFailure failure, Throwable cause) {
            super(failure, cause);
        }
    }

    /** No credentials, or none that work. */
    public static final class Unauthenticated extends CloudException {
        private Unauthenticated(ReadFailure failure, Throwable cause) {
            super(failure, cause);
        }
    }

    /** The cloud asked for fewer calls for longer than we are willing to wait. */
    public static final class Throttled extends CloudException {
        private Throttled(ReadFailure failure, Throwable cause) {
            super(failure, cause);
        }
    }

    /** Not reached, or answered with nonsense. */
    public static final class Unavailable extends CloudException {
        private Unavailable(ReadFailure failure, Throwable cause) {
            super(failure, cause);
        }
    }

    /** This adapter doesn't do that. */
    public static final class Unsupported extends CloudException {
        private Unsupported(ReadFailure failure, @Nullable Throwable cause) {
            super(failure, cause);
        }
    }
}
