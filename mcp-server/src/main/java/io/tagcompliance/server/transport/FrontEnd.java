package io.tagcompliance.server.transport;

/** Speaks one era of the protocol on one connection. */
public interface FrontEnd {
    /**
     * Takes a request, in the order in which requests came in.
     *
     * @return what is left to be done, beside what is left of other requests; its thread is interrupted where the client
     *     cancels the request
     */
    Runnable take(Incoming.Request request, Outlet outlet);

    /** Takes a notification, in the order in which messages came in. */
    void take(Incoming.Notification notification);
}
