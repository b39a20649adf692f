package io.tagcompliance.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes JSON schemas as rows of tables. */
final class SchemaRows {
    private SchemaRows() {}

    /** The row of a parameter, and those of the fields in it. */
    static String parameter(String name, Map<String, Object> schema) {
        StringBuilder rows = new StringBuilder("| `%s` | %s | %s | %s | %s |\n"
                .formatted(
                        name, type(schema), bounds(schema), otherwise(schema), schema.getOrDefault("description", "")));
        Map<String, Object> inner = "array".equals(schema.get("type")) ? map(schema.get("items")) : schema;
        String path = "array".equals(schema.get("type")) ? name + "[]." : name + ".";
        map(inner.get("properties")).forEach((field, of) -> rows.append(parameter(path + field, map(of))));
        return rows.toString();
    }

    /** The fields of an object, as a table. */
    static String fields(Map<String, Object> schema) {
        return "| field | type |\n|---|---|\n"
                + map(schema.get("properties")).entrySet().stream()
                        .map(field -> "| `%s` | %s |\n".formatted(field.getKey(), type(map(field.getValue()))))
                        .collect(Collectors.joining())
                + "\n";
    }

    private static String type(Map<String, Object> schema) {
        if (schema.get("$ref") instanceof String ref) {
            String name = ref.substring(ref.lastIndexOf('/') + 1);
            return "[" + name + "](#" + name.toLowerCase(Locale.ROOT) + ")";
        }
        if (schema.get("type") instanceof List<?> alternatives) {
            Map<String, Object> first = new LinkedHashMap<>(schema);
            first.put("type", Objects.requireNonNull(alternatives.getFirst()));
            return type(first) + " or null";
        }
        if (schema.get("anyOf") instanceof List<?> alternatives) {
            return alternatives.stream().map(one -> type(map(one))).collect(Collectors.joining(" or "));
        }
        if (schema.get("items") != null) {
            return "list of " + type(map(schema.get("items")));
        }
        return schema.get("additionalProperties") instanceof Map<?, ?> values
                ? "object of " + type(map(values)) + " by name"
                : String.valueOf(schema.get("type"));
    }

    private static String bounds(Map<String, Object> schema) {
        List<String> bounds = new ArrayList<>();
        if (schema.get("anyOf") instanceof List<?> alternatives) {
            alternatives.forEach(one -> bounds.add(bounds(map(one))));
        }
        if (schema.get("enum") instanceof List<?> allowed) {
            bounds.add(allowed.stream().map(one -> "`" + one + "`").collect(Collectors.joining(", ")));
        }
        if (map(schema.get("items")).get("enum") instanceof List<?> allowed) {
            bounds.add("each of " + allowed.stream().map(one -> "`" + one + "`").collect(Collectors.joining(", ")));
        }
        if (schema.get("minimum") != null) {
            bounds.add(
                    schema.get("maximum") == null
                            ? "at least " + schema.get("minimum")
                            : schema.get("minimum") + " to " + schema.get("maximum"));
        }
        atMost(bounds, schema.get("maxLength"), "characters");
        atMost(bounds, schema.get("maxItems"), "elements");
        atMost(bounds, schema.get("maxProperties"), "keys");
        return String.join("; ", bounds);
    }

    private static void atMost(List<String> bounds, @Nullable Object most, String what) {
        if (most != null) {
            bounds.add("at most " + most + " " + what);
        }
    }

    private static String otherwise(Map<String, Object> schema) {
        return schema.get("default") == null ? "" : "`" + schema.get("default") + "`";
    }

    /** A part of a schema as a map; empty where there is none. */
    @SuppressWarnings("unchecked") // schemas are made of such maps
    static Map<String, Object> map(@Nullable Object part) {
        return part == null ? Map.of() : (Map<String, Object>) part;
    }
}
