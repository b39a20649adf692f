package io.tagcompliance.server.transport;

/** Where messages to the client go. What belongs to a cancelled request goes nowhere. Safe for many threads. */
@FunctionalInterface
public interface Outlet {
    /** Sends a message, as JSON on one line. */
    void send(String message);

    /** Sends the answer to a request; nothing more is sent for it, and its id can be used again. */
    default void answer(String message) {
        send(message);
    }
}
