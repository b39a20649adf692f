package io.tagcompliance.server.transport.modern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.server.offer.Completer;
import io.tagcompliance.server.offer.Completion;
import io.tagcompliance.server.offer.Entry;
import io.tagcompliance.server.offer.Exchange;
import io.tagcompliance.server.offer.Offer;
import io.tagcompliance.server.offer.Outcome;
import io.tagcompliance.server.offer.RpcException;
import io.tagcompliance.server.offer.UriTemplate;
import io.tagcompliance.server.transport.Incoming;
import io.tagcompliance.server.transport.Outlet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The methods of the protocol over an offer. Safe for many threads. */
final class Methods {
    private final Offer offer;
    private final Map<String, Method> methods = new LinkedHashMap<>();

    /** One method. */
    @FunctionalInterface
    private interface Method {
        ObjectNode call(JsonNode params, Surroundings surroundings) throws InterruptedException;
    }

    /** What a request came with, and where what belongs to it goes. */
    record Surroundings(RequestMeta meta, Outlet notifications) {}

    Methods(Offer offer) {
        this.offer = offer;
        methods.put("server/discover", (params, surroundings) -> discover());
        methods.put("tools/list", (params, surroundings) -> list("tools", offer.tools(), params));
        methods.put("tools/call", (params, surroundings) -> callTool(params, surroundings));
        methods.put("resources/list", (params, surroundings) -> list("resources", offer.resources(), params));
        methods.put(
                "resources/templates/list",
                (params, surroundings) -> list("resourceTemplates", offer.templates(), params));
        methods.put("resources/read", (params, surroundings) -> readResource(params, surroundings));
        methods.put("prompts/list", (params, surroundings) -> list("prompts", offer.prompts(), params));
        methods.put("prompts/get", (params, surroundings) -> getPrompt(params, surroundings));
        methods.put("completion/complete", (params, surroundings) -> complete(params));
    }

    /** @throws RpcException where there is no such method */
    void require(String name) {
        method(name);
    }

    private Method method(String name) {
        Method method = methods.get(name);
        if (method == null) {
            throw new RpcException(RpcException.METHOD_NOT_FOUND, "there is no such method");
        }
        return method;
    }

    ObjectNode call(Incoming.Request request, RequestMeta meta, Outlet notifications) throws InterruptedException {
        return method(request.method()).call(request.params(), new Surroundings(meta, notifications));
    }

    private ObjectNode discover() {
        ObjectNode result = Results.cacheable(Results.complete(object()));
        ArrayNode versions = result.putArray("supportedVersions");
        RequestMeta.VERSIONS.forEach(versions::add);
        ObjectNode capabilities = result.putObject("capabilities");
        capabilities.putObject("tools");
        if (!offer.resources().isEmpty() || !offer.templates().isEmpty()) {
            capabilities.putObject("resources");
        }
        if (!offer.prompts().isEmpty()) {
            capabilities.putObject("prompts");
        }
        capabilities.putObject("completions");
        result.put("instructions", offer.product().instructions());
        result.putObject("_meta")
                .putObject(RequestMeta.PREFIX + "serverInfo")
                .put("name", offer.product().name())
                .put("version", offer.product().version());
        return result;
    }

    /** Everything fits one page, so no cursor is ever given out. */
    private static ObjectNode list(String name, List<Entry> entries, JsonNode params) {
        if (params.hasNonNull("cursor")) {
            throw RpcException.invalidParams("cursor: none was given out for this list");
        }
        ObjectNode result = Results.cacheable(Results.complete(object()));
        ArrayNode list = result.putArray(name);
        entries.forEach(entry -> list.add(entry.definition().get()));
        return result;
    }

    private ObjectNode callTool(JsonNode params, Surroundings surroundings) throws InterruptedException {
        String name = text(params, "name");
        Entry tool = offer.tool(name).orElseThrow(() -> offer.noSuchTool(name));
        return answer(tool, params.path("arguments"), new ModernExchange(name, params, surroundings));
    }

    private ObjectNode getPrompt(JsonNode params, Surroundings surroundings) throws InterruptedException {
        String name = text(params, "name");
        Entry prompt = offer.prompt(name).orElseThrow(() -> RpcException.invalidParams("there is no such prompt"));
        return answer(prompt, params.path("arguments"), new ModernExchange(name, params, surroundings));
    }

    private ObjectNode readResource(JsonNode params, Surroundings surroundings) throws InterruptedException {
        String uri = text(params, "uri");
        ModernExchange exchange = new ModernExchange(uri, params, surroundings);
        Optional<Entry> resource = offer.resource(uri);
        if (resource.isPresent()) {
            return Results.fresh(answer(resource.get(), object(), exchange));
        }
        for (Entry template : offer.templates()) {
            Optional<ObjectNode> values = UriTemplate.of(template.key()).match(uri);
            if (values.isPresent()) {
                return Results.fresh(answer(template, values.get(), exchange));
            }
        }
        throw RpcException.resourceNotFound(uri, "there is no such resource");
    }

    private static ObjectNode answer(Entry entry, JsonNode arguments, ModernExchange exchange)
            throws InterruptedException {
        if (!arguments.isMissingNode() && !arguments.isNull() && !arguments.isObject()) {
            throw RpcException.invalidParams("arguments must be an object");
        }
        ObjectNode given = arguments instanceof ObjectNode object ? object : object();
        return switch (entry.answer(given, exchange)) {
            case Outcome.Complete complete -> Results.complete(complete.result());
            case Outcome.InputNeeded needed -> Results.inputRequired(needed, exchange);
        };
    }

    private ObjectNode complete(JsonNode params) {
        JsonNode ref = params.path("ref");
        Optional<Entry> entry = switch (ref.path("type").asText()) {
            case "ref/prompt" -> offer.prompt(text(ref, "name"));
            case "ref/resource" -> offer.template(text(ref, "uri"));
            default -> throw RpcException.invalidParams("ref must be a ref/prompt or a ref/resource");
        };
        Completer.Question question = new Completer.Question(
                Exchange.LOCAL_CALLER,
                text(params.path("argument"), "name"),
                text(params.path("argument"), "value"),
                params.path("context").path("arguments"));
        Completion completion = entry.orElseThrow(
                        () -> RpcException.invalidParams("ref: there is nothing of that name"))
                .complete(question);
        ObjectNode result = Results.complete(object());
        result.set("completion", completion.json());
        return result;
    }

    private static String text(JsonNode params, String field) {
        JsonNode value = params.path(field);
        if (!value.isTextual()) {
            throw RpcException.invalidParams(field + " must be a string");
        }
        return value.textValue();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
