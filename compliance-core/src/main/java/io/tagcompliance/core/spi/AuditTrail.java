package io.tagcompliance.core.spi;

import java.time.Duration;

/**
 * Records every call of a tool: the intent before the work, the result after it.
 *
 * <p>An adapter keeps these guarantees; the contract in {@code compliance-testkit} tests each by its number.
 *
 * <ol>
 *   <li>A record that was accepted is durable at once: whoever opens the store next finds it.
 *   <li>Records keep every field, and the order in which they were accepted.
 *   <li>Texts are literal, whatever they hold: quotes and other signs of the store's own language do nothing.
 *   <li>It is safe to use from many threads at once: each record is there once.
 *   <li>Several openers may write one store at once: each record is there once.
 *   <li>{@link #verify} names the record of which any field was changed.
 *   <li>{@link #verify} names the place where a record was taken out, put in or moved.
 *   <li>{@link #verify} notices that the end was cut off, or that the trail was emptied.
 *   <li>While the store can't be used, each of many who ask is told so within five seconds.
 *   <li>When it can be used again, so can the trail, without being opened anew.
 *   <li>A damaged store takes no record, and is named damaged, by {@link #verify} too.
 *   <li>Of a damaged store nothing is changed.
 *   <li>{@link #verify} makes nothing: where no record was ever written, there is nothing before it and nothing after.
 *   <li>No message tells where the store is, or how it is got at.
 *   <li>Who is interrupted while waiting is told that the store can't be used, and stays interrupted.
 * </ol>
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

    /** What is recorded. */
    sealed interface Entry {
        /** Names the call here, in answers and in logs. */
        String correlationId();
    }

    /**
     * What is about to happen.
     *
     * @param correlationId  names the call here, in answers and in logs
     * @param caller         who asks
     * @param tool           which tool
     * @param arguments      those arguments that may be kept, as JSON
     * @param argumentsDigest a keyed digest of all of them, in hexadecimal
     */
    record Intent(String correlationId, String caller, String tool, String arguments, String argumentsDigest)
            implements Entry {}

    /**
     * What happened.
     *
     * @param correlationId that of the intent
     * @param outcome       {@code ok} or an error code
     * @param took          from intent to result; kept to the millisecond
     */
    record Result(String correlationId, String outcome, Duration took) implements Entry {}

    /** What became of reading the trail. */
    sealed interface Verification {
        /**
         * Every record is as it was written, in its place.
         *
         * @param records how many there are
         * @param dropped how many older ones the trail itself dropped, because they were no longer to be kept
         */
        record Intact(long records, long dropped) implements Verification {
            /** Every record that was ever written. */
            public Intact(long records) {
                this(records, 0);
            }
        }

        /** No record was ever written here, or all were taken away together with the whole trail. */
        record Absent() implements Verification {}

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
