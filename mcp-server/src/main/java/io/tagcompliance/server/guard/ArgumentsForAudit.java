package io.tagcompliance.server.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.server.tool.Json;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What of a call's arguments may be kept in the audit trail: those named here, with short values. All others, tags among
 * them, may hold what nobody should read there, and are kept as a digest only.
 */
final class ArgumentsForAudit {
    private static final Set<String> KEPT = Set.of(
            "cloud_provider",
            "resource_types",
            "resource_type",
            "severity",
            "fresh",
            "detail",
            "limit",
            "regions",
            "region",
            "account_ids",
            "account_id",
            "filters");
    private static final int LONGEST = 100;
    private static final int MOST = 20;

    private ArgumentsForAudit() {}

    static String kept(JsonNode arguments) {
        return Json.text(keptOf(arguments));
    }

    private static JsonNode keptOf(JsonNode node) {
        if (!node.isObject()) {
            return JsonNodeFactory.instance.objectNode();
        }
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(field -> {
            if (KEPT.contains(field.getKey())) {
                kept.set(field.getKey(), value(field.getKey(), field.getValue()));
            }
        });
        return kept;
    }

    private static JsonNode value(String name, JsonNode value) {
        if (name.equals("filters")) {
            return keptOf(value);
        }
        if (value.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> {
                if (list.size() < MOST) {
                    list.add(scalar(element));
                }
            });
            return list;
        }
        return scalar(value);
    }

    private static JsonNode scalar(JsonNode value) {
        boolean isShort = value.isTextual() && value.textValue().matches("[\\w:/. -]{0," + LONGEST + "}");
        return isShort || value.isInt() || value.isBoolean() ? value : JsonNodeFactory.instance.textNode("[not kept]");
    }

    /** The arguments in one form, however their fields were ordered; without those that don't change the question. */
    static String canonical(JsonNode arguments, Set<String> without) {
        return Json.text(sorted(arguments, without));
    }

    private static JsonNode sorted(JsonNode node, Set<String> without) {
        if (node.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> list.add(sorted(element, Set.of())));
            return list;
        }
        if (!node.isObject()) {
            return node;
        }
        Map<String, JsonNode> fields = new TreeMap<>();
        node.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        fields.forEach((name, value) -> {
            if (!without.contains(name)) {
                object.set(name, sorted(value, Set.of()));
            }
        });
        return object;
    }
}
