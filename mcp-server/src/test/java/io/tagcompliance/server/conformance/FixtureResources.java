package io.tagcompliance.server.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.server.offer.Entry;
import io.tagcompliance.server.offer.Outcome;
import io.tagcompliance.server.tool.Json;
import java.util.List;
import java.util.function.Supplier;

/** The resources of the suite. */
final class FixtureResources {
    private static final String TEMPLATE = "test://template/{id}/data";

    private FixtureResources() {}

    static List<Entry> entries() {
        return List.of(
                resource(
                        "test://static-text",
                        "text/plain",
                        () -> Content.resourceText(
                                "test://static-text",
                                "text/plain",
                                "This is the content of the static text resource.")),
                resource("test://static-binary", "image/png", FixtureResources::binary),
                resource(
                        "test://watched-resource",
                        "text/plain",
                        () -> Content.resourceText("test://watched-resource", "text/plain", "Nothing happens here.")));
    }

    static List<Entry> templates() {
        return List.of(new Entry(
                TEMPLATE,
                () -> Json.object()
                        .put("uriTemplate", TEMPLATE)
                        .put("name", "template")
                        .put("description", "Fixture of the conformance suite")
                        .put("mimeType", "application/json"),
                (values, exchange) ->
                        contents(data(exchange.target(), values.path("id").asText()))));
    }

    private static Entry resource(String uri, String mimeType, Supplier<ObjectNode> content) {
        return new Entry(
                uri,
                () -> Json.object()
                        .put("uri", uri)
                        .put("name", uri.substring("test://".length()))
                        .put("description", "Fixture of the conformance suite")
                        .put("mimeType", mimeType),
                (arguments, exchange) -> contents(content.get()));
    }

    private static ObjectNode binary() {
        return Json.object()
                .put("uri", "test://static-binary")
                .put("mimeType", "image/png")
                .put("blob", Content.PNG);
    }

    private static ObjectNode data(String uri, String id) {
        ObjectNode data = Json.object().put("id", id).put("templateTest", true).put("data", "Data for ID: " + id);
        return Content.resourceText(uri, "application/json", data.toString());
    }

    private static Outcome contents(ObjectNode content) {
        ObjectNode result = Json.object();
        result.putArray("contents").add(content);
        return new Outcome.Complete(result);
    }
}
