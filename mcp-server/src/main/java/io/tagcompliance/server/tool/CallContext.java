package io.tagcompliance.server.tool;

import io.tagcompliance.core.scan.Patience;

/**
 * What surrounds a call.
 *
 * @param caller   who asks; a cursor is good for its own caller only
 * @param question the arguments without cursor, digested; a cursor is good for its own question only
 * @param patience how long the caller waits for a scan, and hears of it meanwhile
 * @param room     how large the answer may be
 */
public record CallContext(String caller, String question, Patience patience, Room room) {

    /** How large an answer may be. */
    public enum Room {
        /** What fits a model's context: cut at a number of rows and of bytes, the rest behind a cursor. */
        MODEL,
        /** All of it, for a terminal or a pipeline. */
        UNCUT
    }
}
