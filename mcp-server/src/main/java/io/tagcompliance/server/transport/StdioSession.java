package io.tagcompliance.server.transport;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpServerTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;

/** The side of the connection that the SDK writes to. Answers to calls that the client has cancelled are dropped. */
final class StdioSession implements McpServerTransport {
    /** The revisions that the SDK speaks, oldest first. */
    static final List<String> REVISIONS = List.of("2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25");

    private final McpJsonMapper json;
    private final LineOutput out;
    private final Predicate<Object> cancelled;

    StdioSession(McpJsonMapper json, LineOutput out, Predicate<Object> cancelled) {
        this.json = json;
        this.out = out;
        this.cancelled = cancelled;
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
        if (message instanceof JSONRPCResponse response && cancelled.test(response.id())) {
            return;
        }
        try {
            out.write(json.writeValueAsString(message));
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
