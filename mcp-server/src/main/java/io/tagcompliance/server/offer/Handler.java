package io.tagcompliance.server.offer;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Answers who asks for an entry. Safe for many threads. */
@FunctionalInterface
public interface Handler {
    /**
     * Answers.
     *
     * @param arguments as they were sent; for a template, the values of its variables
     * @throws RpcException         where the protocol has an error for what is wrong
     * @throws InterruptedException where who asked is gone
     */
    Outcome answer(ObjectNode arguments, Exchange exchange) throws InterruptedException;
}
