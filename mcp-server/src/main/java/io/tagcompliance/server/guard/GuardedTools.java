package io.tagcompliance.server.guard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.server.offer.Entry;
import io.tagcompliance.server.offer.Exchange;
import io.tagcompliance.server.offer.Outcome;
import io.tagcompliance.server.tool.CallContext.Room;
import io.tagcompliance.server.tool.Json;
import io.tagcompliance.server.tool.Tool;
import java.util.List;

/** The tools as clients are offered them: each call goes through the guard. */
public final class GuardedTools {
    private final CallGuard guard;

    public GuardedTools(CallGuard guard) {
        this.guard = guard;
    }

    public List<Entry> entries() {
        return guard.tools().tools().stream()
                .map(tool -> new Entry(
                        tool.name(), () -> definition(tool), (arguments, exchange) -> call(tool, arguments, exchange)))
                .toList();
    }

    private static ObjectNode definition(Tool tool) {
        ObjectNode definition = Json.object()
                .put("name", tool.name())
                .put("title", tool.title())
                .put("description", tool.description());
        definition.set("inputSchema", Json.asIs(tool.parameters().schema()));
        definition.set("outputSchema", Json.asIs(tool.outputSchema()));
        Tool.Hints hints = tool.hints();
        definition
                .putObject("annotations")
                .put("title", tool.title())
                .put("readOnlyHint", hints.readOnly())
                .put("destructiveHint", hints.destructive())
                .put("idempotentHint", hints.idempotent())
                .put("openWorldHint", hints.openWorld());
        return definition;
    }

    private Outcome call(Tool tool, ObjectNode arguments, Exchange exchange) {
        ProgressNotes progress = new ProgressNotes(exchange);
        Call call = new Call(
                tool.name(), arguments, exchange.caller(), Room.MODEL, Call.Wait.TO_THE_DEADLINE, progress::tell);
        Reply reply = guard.call(call).orElseThrow();
        ObjectNode result = Json.object();
        result.putArray("content").addObject().put("type", "text").put("text", reply.text());
        result.set("structuredContent", reply.structured());
        return new Outcome.Complete(result.put("isError", reply instanceof Reply.Refused));
    }
}
