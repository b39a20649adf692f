package io.tagcompliance.testkit;

import io.tagcompliance.core.spi.AuditTrail;
import java.util.List;

/**
 * The store of an audit trail under the control of a test: the adapter under test writes it, and the test looks at it and
 * lays hands on it past the adapter.
 */
public interface SimulatedStore extends AutoCloseable {
    /** A trail of the adapter under test on this store; with each call another opener. Who asks for it closes it. */
    AuditTrail open();

    /** The records as they stand in the store, in their order. */
    List<AuditTrail.Entry> entries();

    /** Changes records. No trail is open then. */
    void tamper(Tampering tampering);

    /** Keeps every trail from writing until the hold is closed, as another program does that locks the store. */
    Hold hold();

    /**
     * Damages the store, so that what is in it can't be told any more: overwrites a part that is needed, or takes a table
     * away. No trail is open then.
     */
    void damage();

    /** Everything that the store is made of, in some form that is equal only if nothing was changed. */
    Object content();

    /** Where the store is, or a secret by which it is got at: some text that may stand in no message. */
    String place();

    /** Closes the store and takes it away. */
    @Override
    void close();

    /** Ends when it is closed. */
    interface Hold extends AutoCloseable {
        @Override
        void close();
    }
}
