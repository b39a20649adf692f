package io.tagcompliance.server.tool;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Derives the JSON schema of an answer from the record that it is made of, so that the two can't drift apart. Records that
 * stand inside it are defined once and referred to: the list of all tools has to fit a client's context.
 */
final class AnswerSchema {
    private final Map<String, Object> definitions = new LinkedHashMap<>();

    private AnswerSchema() {}

    /** The schema; the guard's own two fields, which every answer gets, are among its properties. */
    static Map<String, Object> of(Class<?> answer) {
        return new AnswerSchema().derive(answer);
    }

    private Map<String, Object> derive(Class<?> answer) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        collect(answer, properties, required);
        properties.put("correlation_id", Schema.of("type", "string"));
        properties.put("audited", Schema.of("type", "boolean"));
        required.addAll(List.of("correlation_id", "audited"));
        Map<String, Object> schema = object(properties);
        schema.put("required", required);
        schema.put("$defs", definitions);
        return schema;
    }

    private static Map<String, Object> object(Map<String, Object> properties) {
        return Schema.of("type", "object", "properties", properties, "additionalProperties", false);
    }

    private void collect(Class<?> record, Map<String, Object> properties, List<String> required) {
        for (RecordComponent component : record.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                collect(component.getType(), properties, required);
            } else {
                String name = snakeCase(component.getName());
                properties.put(name, schema(component));
                if (isAlwaysWritten(component)) {
                    required.add(name);
                }
            }
        }
    }

    private static boolean isAlwaysWritten(RecordComponent component) {
        JsonInclude include = component.getAccessor().getAnnotation(JsonInclude.class);
        return include == null || include.value() == JsonInclude.Include.ALWAYS;
    }

    private Map<String, Object> schema(RecordComponent component) {
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        Map<String, Object> schema = schema(component.getGenericType());
        if (nullable && schema.get("type") instanceof String type) {
            schema.put("type", List.of(type, "null"));
        }
        return schema;
    }

    private Map<String, Object> schema(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            return generic.getRawType() == List.class
                    ? Schema.of("type", "array", "items", schema(last))
                    : Schema.of("type", "object", "additionalProperties", schema(last));
        }
        return schemaOf((Class<?>) type);
    }

    private Map<String, Object> schemaOf(Class<?> type) {
        if (type == String.class) {
            return Schema.of("type", "string");
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return Schema.of("type", "integer");
        }
        if (type == double.class || type == Double.class || type == BigDecimal.class) {
            return Schema.of("type", "number");
        }
        if (type == boolean.class || type == Boolean.class) {
            return Schema.of("type", "boolean");
        }
        return definition(type);
    }

    private Map<String, Object> definition(Class<?> record) {
        String name = record.getSimpleName();
        if (!definitions.containsKey(name)) {
            Map<String, Object> properties = new LinkedHashMap<>();
            definitions.put(name, object(properties));
            collect(record, properties, new ArrayList<>());
        }
        return Schema.of("$ref", "#/$defs/" + name);
    }

    /** The name of a field in an answer. */
    static String snakeCase(String name) {
        return ((PropertyNamingStrategies.SnakeCaseStrategy) PropertyNamingStrategies.SNAKE_CASE).translate(name);
    }
}
