package io.tagcompliance.server.architecture;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What is wrong with the definition of a tool. */
final class ToolLint {
    private static final Pattern SNAKE_CASE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
    private static final List<String> HINTS =
            List.of("readOnlyHint", "destructiveHint", "idempotentHint", "openWorldHint");

    private static final String ALLOWS_UNKNOWN = " allows unknown properties";

    private final List<String> faults = new ArrayList<>();

    private ToolLint() {}

    static List<String> faults(JsonNode tool) {
        ToolLint lint = new ToolLint();
        lint.judge(tool);
        return lint.faults;
    }

    private void judge(JsonNode tool) {
        String description = tool.path("description").asText();
        name(tool.path("name").asText());
        fault(tool.path("title").asText().isBlank(), "no title");
        fault(description.isBlank(), "no description");
        fault(description.length() > 600, "the description has more than 600 characters");
        fault(description.lines().count() > 3, "the description has more than 3 lines");
        fault(!tool.path("outputSchema").path("properties").isObject(), "no output schema");
        HINTS.forEach(hint -> fault(!tool.path("annotations").path(hint).isBoolean(), hint + " is not said"));
        object("inputSchema", tool.path("inputSchema"));
        object("outputSchema", tool.path("outputSchema"));
        tool.path("outputSchema")
                .path("$defs")
                .properties()
                .forEach(definition -> object(definition.getKey(), definition.getValue()));
    }

    /** Objects of fixed properties are closed; objects that map any name to a value say so by a schema. */
    private void object(String name, JsonNode schema) {
        JsonNode properties = schema.path("properties");
        fault(properties.isObject() && !schema.path("additionalProperties").isBoolean(), name + ALLOWS_UNKNOWN);
        fault(schema.path("additionalProperties").asBoolean(), name + ALLOWS_UNKNOWN);
        properties.properties().forEach(property -> {
            name(property.getKey());
            object(property.getKey(), property.getValue());
            object(property.getKey(), property.getValue().path("items"));
        });
    }

    private void name(String name) {
        fault(!SNAKE_CASE.matcher(name).matches(), name + " is not in snake_case");
    }

    private void fault(boolean is, String what) {
        if (is) {
            faults.add(what);
        }
    }
}
