package io.tagcompliance.server.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.server.offer.Outcome;
import io.tagcompliance.server.tool.Json;

/** Makes what fixtures give back. */
final class Content {
    /** One red pixel. */
    static final String PNG =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==";

    /** No sound at all. */
    static final String WAV = "UklGRiQAAABXQVZFZm10IBAAAAABAAEARKwAAIhYAQACABAAZGF0YQAAAAA=";

    private Content() {}

    static ObjectNode text(String text) {
        return Json.object().put("type", "text").put("text", text);
    }

    static ObjectNode image() {
        return Json.object().put("type", "image").put("data", PNG).put("mimeType", "image/png");
    }

    static ObjectNode audio() {
        return Json.object().put("type", "audio").put("data", WAV).put("mimeType", "audio/wav");
    }

    static ObjectNode resource(String uri, String mimeType, String text) {
        ObjectNode resource = Json.object().put("type", "resource");
        resource.set("resource", resourceText(uri, mimeType, text));
        return resource;
    }

    static ObjectNode resourceText(String uri, String mimeType, String text) {
        return Json.object().put("uri", uri).put("mimeType", mimeType).put("text", text);
    }

    /** The result of a tool. */
    static Outcome of(ObjectNode... blocks) {
        ObjectNode result = Json.object();
        for (ObjectNode block : blocks) {
            result.withArray("content").add(block);
        }
        return new Outcome.Complete(result);
    }
}
