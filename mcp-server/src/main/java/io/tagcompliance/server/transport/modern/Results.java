package io.tagcompliance.server.transport.modern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.server.offer.Exchange;
import io.tagcompliance.server.offer.Outcome;
import io.tagcompliance.server.offer.RpcException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What every result of this era says about itself: its type, and for how long and for whom it may be kept. */
final class Results {
    private static final long LISTS_KEEP = Duration.ofMinutes(5).toMillis();
    private static final Map<String, String> CAPABILITY_FOR = Map.of(
            "elicitation/create", "elicitation",
            "sampling/createMessage", "sampling",
            "roots/list", "roots");

    private Results() {}

    static ObjectNode complete(ObjectNode result) {
        return result.put("resultType", "complete");
    }

    /** A list: the same for everybody, and until the server is started anew. */
    static ObjectNode cacheable(ObjectNode result) {
        return result.put("ttlMs", LISTS_KEEP).put("cacheScope", "public");
    }

    /** What was read: for who asked only, and to be read anew each time. */
    static ObjectNode fresh(ObjectNode result) {
        return result.path("resultType").asText().equals("complete")
                ? result.put("ttlMs", 0).put("cacheScope", "private")
                : result;
    }

    /** @throws RpcException where something would have to be asked that the client can't answer */
    static ObjectNode inputRequired(Outcome.InputNeeded needed, Exchange exchange) {
        List<String> missing = capabilities(needed.requests())
                .filter(capability -> !exchange.offers(capability))
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            throw RpcException.missingCapability(missing);
        }
        ObjectNode result = JsonNodeFactory.instance.objectNode().put("resultType", "input_required");
        result.set("inputRequests", needed.requests());
        if (!needed.state().isEmpty()) {
            result.put("requestState", needed.state());
        }
        return result;
    }

    private static Stream<String> capabilities(ObjectNode requests) {
        return requests.valueStream()
                .map((JsonNode request) -> request.path("method").asText())
                .map(method -> CAPABILITY_FOR.getOrDefault(method, method));
    }
}
