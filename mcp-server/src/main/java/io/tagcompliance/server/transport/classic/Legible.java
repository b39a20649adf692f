package io.tagcompliance.server.transport.classic;

import com.fasterxml.jackson.databind.JsonNode;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CompleteRequest;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.InitializeRequest;
import io.modelcontextprotocol.spec.McpSchema.PaginatedRequest;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.tagcompliance.server.offer.Offer;
import io.tagcompliance.server.offer.RpcException;
import io.tagcompliance.server.transport.Incoming;
import java.util.Map;
import java.util.Optional;

/** Refuses requests that the SDK could not read or place, before it sees them: its own words would show its insides. */
final class Legible {
    private static final Map<String, Class<?>> PARAMETERS = Map.of(
            "initialize", InitializeRequest.class,
            "tools/call", CallToolRequest.class,
            "prompts/get", GetPromptRequest.class,
            "resources/read", ReadResourceRequest.class,
            "completion/complete", CompleteRequest.class,
            "tools/list", PaginatedRequest.class,
            "prompts/list", PaginatedRequest.class,
            "resources/list", PaginatedRequest.class,
            "resources/templates/list", PaginatedRequest.class);

    private final McpJsonMapper json;
    private final Offer offer;

    Legible(McpJsonMapper json, Offer offer) {
        this.json = json;
        this.offer = offer;
    }

    /** Why the request is refused; empty where the SDK may have it. */
    Optional<RpcException> refusal(Incoming.Request request) {
        if (!isReadable(request)) {
            return Optional.of(RpcException.invalidParams(
                    "the parameters are not those of " + request.method() + "; see the protocol for what it takes"));
        }
        JsonNode name = request.params().path("name");
        return request.method().equals("tools/call")
                        && offer.tool(name.asText()).isEmpty()
                ? Optional.of(offer.noSuchTool(name.asText()))
                : Optional.empty();
    }

    private boolean isReadable(Incoming.Request request) {
        Class<?> parameters = PARAMETERS.get(request.method());
        if (parameters == null || request.params().isMissingNode()) {
            return true;
        }
        try {
            json.convertValue(request.params(), parameters);
            return true;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
