package io.tagcompliance.server.transport.classic;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.ListPromptsResult;
import io.modelcontextprotocol.spec.McpSchema.ListResourceTemplatesResult;
import io.modelcontextprotocol.spec.McpSchema.ListResourcesResult;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.tagcompliance.server.offer.Entry;
import io.tagcompliance.server.offer.Offer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** JSON for the SDK, in which lists have the order of the offer: the SDK's own is that of its hash maps. */
final class OrderedJson implements McpJsonMapper {
    private final McpJsonMapper json;
    private final Offer offer;

    OrderedJson(ObjectMapper mapper, Offer offer) {
        this.json = new JacksonMcpJsonMapper(mapper);
        this.offer = offer;
    }

    private Object ordered(Object message) {
        return message instanceof JSONRPCResponse response && response.result() != null
                ? new JSONRPCResponse(
                        response.jsonrpc(), response.id(), orderedResult(response.result()), response.error())
                : message;
    }

    private Object orderedResult(Object result) {
        return switch (result) {
            case ListResourcesResult list ->
                new ListResourcesResult(
                        sorted(list.resources(), Resource::uri, offer.resources()), list.nextCursor(), list.meta());
            case ListResourceTemplatesResult list ->
                new ListResourceTemplatesResult(
                        sorted(list.resourceTemplates(), ResourceTemplate::uriTemplate, offer.templates()),
                        list.nextCursor(),
                        list.meta());
            case ListPromptsResult list ->
                new ListPromptsResult(
                        sorted(list.prompts(), Prompt::name, offer.prompts()), list.nextCursor(), list.meta());
            default -> result;
        };
    }

    private static <T> List<T> sorted(List<T> listed, Function<T, String> key, List<Entry> order) {
        List<String> keys = order.stream().map(Entry::key).toList();
        List<T> sorted = new ArrayList<>(listed);
        sorted.sort(Comparator.comparingInt(entry -> keys.indexOf(key.apply(entry))));
        return sorted;
    }

    @Override
    public String writeValueAsString(Object value) throws IOException {
        return json.writeValueAsString(ordered(value));
    }

    @Override
    public byte[] writeValueAsBytes(Object value) throws IOException {
        return json.writeValueAsBytes(ordered(value));
    }

    @Override
    public <T> T readValue(String content, Class<T> type) throws IOException {
        return json.readValue(content, type);
    }

    @Override
    public <T> T readValue(byte[] content, Class<T> type) throws IOException {
        return json.readValue(content, type);
    }

    @Override
    public <T> T readValue(String content, TypeRef<T> type) throws IOException {
        return json.readValue(content, type);
    }

    @Override
    public <T> T readValue(byte[] content, TypeRef<T> type) throws IOException {
        return json.readValue(content, type);
    }

    @Override
    public <T> T convertValue(Object value, Class<T> type) {
        return json.convertValue(value, type);
    }

    @Override
    public <T> T convertValue(Object value, TypeRef<T> type) {
        return json.convertValue(value, type);
    }
}
