package io.tagcompliance.server.guard;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagcompliance.core.scan.ScanProgress;
import io.tagcompliance.server.tool.CallContext.Room;
import java.util.function.Consumer;

/**
 * A call of a tool as it comes in.
 *
 * @param tool      its name
 * @param arguments as they were sent
 * @param caller    who asks
 * @param room      how large the answer may be
 * @param progress  hears how far a scan is
 */
public record Call(String tool, JsonNode arguments, String caller, Room room, Consumer<ScanProgress> progress) {}
