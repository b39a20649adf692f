package io.tagcompliance.server.guard;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Hears of every call that was answered. Quick, and safe for many threads. */
@FunctionalInterface
public interface CallListener {
    /** @param answer as it goes out; not to be changed */
    void answered(Call call, ObjectNode answer);
}
