package io.tagcompliance.server.transport.classic;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpServerTransport;
import io.tagcompliance.server.transport.Outlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** The side of the connection that the SDK writes to. A response goes where its request says. */
final class StdioSession implements McpServerTransport {
    /** The revisions that the SDK speaks, oldest first. */
    static final List<String> REVISIONS = List.of("2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25");

    private final McpJsonMapper json;
    private final Outlet connection;
    private final Map<Object, Outlet> requests;

    /** @param requests where the response to each request goes that is not answered yet, by its id */
    StdioSession(McpJsonMapper json, Outlet connection, Map<Object, Outlet> requests) {
        this.json = json;
        this.connection = connection;
        this.requests = requests;
    }

    @Override
    public List<String> protocolVersions() {
        return REVISIONS;
    }

    @Override
    public Mono<Void> sendMessage(JSONRPCMessage message) {
        return Mono.fromRunnable(() -> send(message));
    }

    private void send(JSONRPCMessage message) {
        try {
            String text = json.writeValueAsString(message);
            if (message instanceof JSONRPCResponse response) {
                requests.getOrDefault(response.id(), connection).answer(text);
            } else {
                connection.send(text);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
        return json.convertValue(data, type);
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty();
    }
}
