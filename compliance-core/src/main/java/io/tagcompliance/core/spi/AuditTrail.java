package io.tagcompliance.core.spi;

import java.time.Duration;

/**
 * Records every call of a tool: the intent before the work, the result after it.
 *
 * <p>Safe for many threads, and for several processes on one store. A record that was accepted is durable.
 */
public interface AuditTrail extends AutoCloseable {
    /**
     * Records that a call is about to begin.
     *
     * @throws AuditException where it could not be recorded; within five seconds
     */
    void intent(Intent intent);

    /**
     * Records how a call ended.
     *
     * @throws AuditException where it could not be recorded; within five seconds
     */
    void result(Result result);

    /**
     * Reads the whole trail and tells whether it is as it was written.
     *
     * @throws Unavailable where it can't be read at the moment
     */
    Verification verify();

    @Override
    void close();

    /**
     * What is about to happen.
     *
     * @param correlationId  names the call here, in answers and in logs
     * @param caller         who asks
     * @param tool           which tool
     * @param arguments      those arguments that may be kept, as JSON
     * @param argumentsDigest a keyed digest of all of them, in hexadecimal
     */
    record Intent(String correlationId, String caller, String tool, String arguments, String argumentsDigest) {}

    /**
     * What happened.
     *
     * @param correlationId that of the intent
     * @param outcome       {@code ok} or an error code
     * @param took          from intent to result
     */
    record Result(String correlationId, String outcome, Duration took) {}

    /** What became of reading the trail. */
    sealed interface Verification {
        /** Every record is as it was written, in its place. */
        record Intact(long records) implements Verification {}

        /** The first record that is not; {@code record} is its number, counted from 1. */
        record Broken(long record, String what) implements Verification {}
    }

    /** The trail could not be used. The message says what to do, without a path. */
    abstract sealed class AuditException extends RuntimeException {
        private AuditException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** It can't be written or read at the moment; later it may be again. */
    final class Unavailable extends AuditException {
        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** It is damaged. What is there was left as it is, and nothing is added to it. */
    final class Corrupt extends AuditException {
        public Corrupt(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
