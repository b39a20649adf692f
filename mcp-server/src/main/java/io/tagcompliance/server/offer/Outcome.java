package io.tagcompliance.server.offer;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a request leads to. */
public sealed interface Outcome {

    /** The answer, in the shape that the protocol has for it. */
    record Complete(ObjectNode result) implements Outcome {}

    /**
     * Something has to be asked first; the same request is to be sent again with the answers.
     *
     * @param requests each an object of {@code method} and {@code params}, by a key that its answer will have
     * @param state    comes back with the answers; empty = none
     */
    record InputNeeded(ObjectNode requests, String state) implements Outcome {}
}
