package io.tagcompliance.server.guard;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagcompliance.core.scan.Progress;
import io.tagcompliance.server.tool.CallContext.Room;
import java.util.function.Consumer;

/**
 * A call of a tool as it comes in.
 *
 * @param tool      its name
 * @param arguments as they were sent
 * @param caller    who asks
 * @param room      how large the answer may be
 * @param waits     how long the caller waits for a scan and the bill
 * @param progress  hears how far these are
 */
public record Call(String tool, JsonNode arguments, String caller, Room room, Wait waits, Consumer<Progress> progress) {

    /** How long a caller waits for a scan. */
    public enum Wait {
        /** Until the deadline: a client that hears nothing for longer gives up. */
        TO_THE_DEADLINE,
        /** As long as it takes, as a person at a terminal does. */
        TO_THE_END
    }
}
