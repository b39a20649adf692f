package io.tagcompliance.server.transport.classic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.tagcompliance.server.offer.Completer;
import io.tagcompliance.server.offer.Completion;
import io.tagcompliance.server.offer.Entry;
import io.tagcompliance.server.offer.Outcome;
import io.tagcompliance.server.offer.RpcException;
import io.tagcompliance.server.offer.UriTemplate;
import java.util.Map;
import java.util.Optional;

/** Calls of the SDK, answered by the entries of an offer. */
final class ClassicCalls {
    private final ObjectMapper mapper;

    ClassicCalls(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    CallToolResult tool(Entry entry, McpSyncServerExchange exchange, CallToolRequest request) {
        ObjectNode result = answer(
                entry,
                object(request.arguments()),
                new ClassicExchange(exchange, request.name(), token(request.meta()), mapper));
        return isPlain(result) ? plain(result) : mapper.convertValue(result, CallToolResult.class);
    }

    ReadResourceResult resource(Entry entry, McpSyncServerExchange exchange, ReadResourceRequest request) {
        return read(entry, object(Map.of()), exchange, request);
    }

    ReadResourceResult template(Entry entry, McpSyncServerExchange exchange, ReadResourceRequest request) {
        ObjectNode values = UriTemplate.of(entry.key())
                .match(request.uri())
                .orElseThrow(() -> McpError.RESOURCE_NOT_FOUND.apply(request.uri()));
        return read(entry, values, exchange, request);
    }

    GetPromptResult prompt(Entry entry, McpSyncServerExchange exchange, GetPromptRequest request) {
        ObjectNode result = answer(
                entry,
                object(request.arguments()),
                new ClassicExchange(exchange, request.name(), token(request.meta()), mapper));
        return mapper.convertValue(result, GetPromptResult.class);
    }

    private ReadResourceResult read(
            Entry entry, ObjectNode values, McpSyncServerExchange exchange, ReadResourceRequest request) {
        ObjectNode result =
                answer(entry, values, new ClassicExchange(exchange, request.uri(), token(request.meta()), mapper));
        return mapper.convertValue(result, ReadResourceResult.class);
    }

    /** What has to be asked first is asked in the session, and the entry then answers as if the request were sent again. */
    private ObjectNode answer(Entry entry, ObjectNode arguments, ClassicExchange exchange) {
        try {
            ClassicExchange round = exchange;
            while (true) {
                switch (entry.answer(arguments, round)) {
                    case Outcome.Complete complete -> {
                        return complete.result();
                    }
                    case Outcome.InputNeeded needed -> round = round.asking(needed);
                }
            }
        } catch (RpcException refused) {
            throw error(refused);
        } catch (InterruptedException cancelled) {
            throw McpError.builder(RpcException.INTERNAL_ERROR)
                    .message("the request was cancelled")
                    .build();
        }
    }

    Completion completion(Entry entry, Completer.Question question) {
        try {
            return entry.complete(question);
        } catch (RpcException refused) {
            throw error(refused);
        }
    }

    private McpError error(RpcException refused) {
        return McpError.builder(codeOfThisEra(refused))
                .message(refused.getMessage())
                .data(refused.data().isEmpty() ? null : mapper.convertValue(refused.data(), Map.class))
                .build();
    }

    /** A resource that isn't there had a code of its own, and a capability that is missing had none. */
    private static int codeOfThisEra(RpcException refused) {
        return switch (refused.code()) {
            case RpcException.MISSING_CAPABILITY -> RpcException.INVALID_PARAMS;
            case RpcException.INVALID_PARAMS -> refused.data().has("uri") ? -32002 : RpcException.INVALID_PARAMS;
            default -> refused.code();
        };
    }

    /** Nearly every result of a tool has one text; reading such a one needs none of the SDK's own JSON. */
    private static boolean isPlain(ObjectNode result) {
        JsonNode content = result.path("content");
        return content.size() == 1 && content.path(0).path("type").asText().equals("text");
    }

    private static CallToolResult plain(ObjectNode result) {
        CallToolResult.Builder plain = CallToolResult.builder()
                .addTextContent(result.path("content").path(0).path("text").asText())
                .isError(result.path("isError").asBoolean());
        return result.has("structuredContent")
                ? plain.structuredContent(result.get("structuredContent")).build()
                : plain.build();
    }

    private ObjectNode object(Map<String, Object> arguments) {
        return mapper.valueToTree(arguments == null ? Map.of() : arguments);
    }

    private static Optional<Object> token(Map<String, Object> meta) {
        return Optional.ofNullable(meta == null ? null : meta.get("progressToken"));
    }
}
