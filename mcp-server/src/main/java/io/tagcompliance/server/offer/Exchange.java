package io.tagcompliance.server.offer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** One request, as a handler gets to see it, whatever revision of the protocol it came in. */
public interface Exchange {
    /** The one user of a program on a desk. */
    String LOCAL_CALLER = "local";

    /** Who asks. */
    String caller();

    /** The name or the URI that is asked for. */
    String target();

    /** Tells who asks how far the work is, where they want to hear it. */
    void tell(Progress progress);

    /** Whether who asks can do that, as {@code elicitation}. */
    boolean offers(String capability);

    /** The answers to what an earlier {@link Outcome.InputNeeded} asked for, by its keys. */
    Optional<ObjectNode> answers();

    /** The state of an earlier {@link Outcome.InputNeeded}, as it came back: who asks may have changed it. */
    Optional<String> state();

    /**
     * How far the work is.
     *
     * @param done    grows from one to the next
     * @param total   what it grows to; not positive where that isn't known
     * @param message for people; may be empty
     */
    record Progress(double done, double total, String message) {}
}
