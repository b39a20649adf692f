package io.tagcompliance.server.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tagcompliance.policy.Nearest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The kinds of argument that tools take. */
final class Kinds {
    /** Longer texts are no names or ids of anything. */
    static final int LONGEST_TEXT = 2_048;

    private static final ObjectMapper JSON = new ObjectMapper();

    private Kinds() {}

    static Parameter<Optional<String>> text(String name, String description) {
        Map<String, Object> schema = Schema.of("type", "string", "maxLength", LONGEST_TEXT);
        return new Parameter<>(
                name,
                Schema.described(description, schema),
                Optional.empty(),
                (value, path) -> Optional.of(string(value, path)));
    }

    static Parameter<Boolean> flag(String name, String description) {
        Map<String, Object> schema = Schema.of("type", "boolean", "default", false);
        return new Parameter<>(name, Schema.described(description, schema), false, Kinds::bool);
    }

    /** One that may be left out, which is neither of the two. */
    static Parameter<Optional<Boolean>> optionalFlag(String name, String description) {
        Map<String, Object> schema = Schema.of("type", "boolean");
        return new Parameter<>(
                name,
                Schema.described(description, schema),
                Optional.empty(),
                (value, path) -> Optional.of(bool(value, path)));
    }

    static Parameter<Optional<Integer>> integer(String name, int least, int most, String description) {
        Map<String, Object> schema = Schema.of("type", "integer", "minimum", least, "maximum", most);
        return new Parameter<>(name, Schema.described(description, schema), Optional.empty(), (value, path) -> {
            if (!value.isIntegralNumber()
                    || !value.canConvertToInt()
                    || value.intValue() < least
                    || value.intValue() > most) {
                throw RefusalException.invalid(
                        path,
                        "must be a whole number from " + least + " to " + most + " (given: " + Given.of(value) + ")");
            }
            return Optional.of(value.intValue());
        });
    }

    /** An amount of money that is not negative; nothing where it is left out. */
    static Parameter<BigDecimal> amount(String name, String description) {
        Map<String, Object> schema = Schema.of("type", "number", "minimum", 0);
        return new Parameter<>(name, Schema.described(description, schema), BigDecimal.ZERO, (value, path) -> {
            if (!value.isNumber() || value.decimalValue().signum() < 0) {
                throw RefusalException.invalid(path, "must be a number from 0 on (given: " + Given.of(value) + ")");
            }
            return value.decimalValue();
        });
    }

    static <E extends Enum<E>> Parameter<E> choice(String name, E otherwise, String description) {
        List<String> labels = Arrays.stream(otherwise.getDeclaringClass().getEnumConstants())
                .map(Kinds::label)
                .toList();
        Map<String, Object> schema = Schema.of("type", "string", "enum", labels, "default", label(otherwise));
        return new Parameter<>(name, Schema.described(description, schema), otherwise, (value, path) -> {
            String given = string(value, path);
            return Arrays.stream(otherwise.getDeclaringClass().getEnumConstants())
                    .filter(one -> label(one).equalsIgnoreCase(given))
                    .findFirst()
                    .orElseThrow(() -> unknown(path, given, labels));
        });
    }

    static Parameter<List<String>> texts(String name, int most, String description) {
        Map<String, Object> items = Schema.of("type", "string", "maxLength", LONGEST_TEXT);
        Map<String, Object> schema = Schema.of("type", "array", "items", items, "maxItems", most);
        return new Parameter<>(
                name, Schema.described(description, schema), List.of(), (value, path) -> strings(value, path, most));
    }

    /** Texts that are judged one by one later, so that an odd one spoils nothing here. */
    static Parameter<List<String>> anyTexts(String name, int most, String description) {
        Map<String, Object> schema = Schema.of("type", "array", "items", Schema.of("type", "string"), "maxItems", most);
        return new Parameter<>(name, Schema.described(description, schema), List.of(), (value, path) -> {
            List<String> texts = new ArrayList<>();
            for (JsonNode element : elements(value, path, most)) {
                texts.add(anyString(element, path + "[" + texts.size() + "]"));
            }
            return texts;
        });
    }

    static Parameter<Map<String, String>> textMap(String name, int most, String description) {
        Map<String, Object> schema =
                Schema.of("type", "object", "additionalProperties", Schema.of("type", "string"), "maxProperties", most);
        return new Parameter<>(
                name, Schema.described(description, schema), Map.of(), (value, path) -> stringMap(value, path, most));
    }

    /** An object with fields of its own; {@code otherwise} is what an empty one reads as. */
    static Parameter<Arguments> object(String name, Parameters fields, String description) {
        return new Parameter<>(
                name, Schema.described(description, fields.schema()), fields.read(Json.object(), name), fields::read);
    }

    static Parameter<List<Arguments>> objects(String name, Parameters fields, int most) {
        Map<String, Object> schema = Schema.of("type", "array", "items", fields.schema(), "maxItems", most);
        return new Parameter<>(name, schema, List.of(), (value, path) -> {
            List<Arguments> objects = new ArrayList<>();
            for (JsonNode one : elements(value, path, most)) {
                objects.add(fields.read(one, path + "[" + objects.size() + "]"));
            }
            return objects;
        });
    }

    static String string(JsonNode value, String path) {
        String text = anyString(value, path);
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw RefusalException.invalid(
                    path, "must have 1 to " + LONGEST_TEXT + " characters (given: " + Given.of(text) + ")");
        }
        return text;
    }

    private static String anyString(JsonNode value, String path) {
        if (value.isNumber()) {
            throw RefusalException.invalid(path, "must be a string; put the number between quotation marks");
        }
        if (!value.isTextual()) {
            throw RefusalException.invalid(path, "must be a string, is " + kindOf(value));
        }
        return value.textValue();
    }

    static List<String> strings(JsonNode value, String path, int most) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : elements(value, path, most)) {
            texts.add(string(element, path + "[" + texts.size() + "]"));
        }
        return texts;
    }

    /** The refusal of a value that is none of those allowed. */
    static RefusalException unknown(String path, String given, List<String> allowed) {
        return RefusalException.invalid(
                path,
                "not one of the allowed values" + nearest(given, allowed) + " (given: " + Given.of(given) + "; "
                        + list(allowed) + ")");
    }

    /** The refusal of a field that an object doesn't have; its path is the name where that can be repeated. */
    static RefusalException unknownField(String object, String given, List<String> allowed) {
        String prefix = object.isEmpty() ? "" : object + ".";
        return Given.isName(given)
                ? RefusalException.invalid(
                        prefix + given, "no such field" + nearest(given, allowed) + " (" + list(allowed) + ")")
                : RefusalException.invalid(
                        object.isEmpty() ? "arguments" : object,
                        "a field that there isn't" + nearest(given, allowed) + " (given: " + Given.of(given) + "; "
                                + list(allowed) + ")");
    }

    private static String nearest(String given, List<String> allowed) {
        return Nearest.to(given, allowed)
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("");
    }

    private static String list(List<String> allowed) {
        return allowed.size() <= 12
                ? "allowed: " + String.join(", ", allowed)
                : "allowed: " + String.join(", ", allowed.subList(0, 12)) + " and " + (allowed.size() - 12) + " more";
    }

    private static boolean bool(JsonNode value, String path) {
        if (!value.isBoolean()) {
            throw RefusalException.invalid(path, "must be true or false, is " + kindOf(value));
        }
        return value.booleanValue();
    }

    private static Map<String, String> stringMap(JsonNode value, String path, int most) {
        if (!value.isObject() || value.size() > most) {
            throw RefusalException.invalid(path, "must be an object of at most " + most + " strings");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        value.properties().forEach(field -> {
            if (!field.getValue().isTextual() || field.getKey().isEmpty()) {
                throw RefusalException.invalid(path, "every key must have a character, and every value be a string");
            }
            texts.put(field.getKey(), field.getValue().textValue());
        });
        return texts;
    }

    /** The elements of a list. Some clients send a list as a text of JSON: that is read too. */
    private static List<JsonNode> elements(JsonNode value, String path, int most) {
        JsonNode list = value.isTextual() ? parsed(value.textValue()).orElse(value) : value;
        if (!list.isArray()) {
            throw RefusalException.invalid(
                    path, "must be a list, is " + kindOf(value) + "; for one element write [\"…\"]");
        }
        if (list.size() > most) {
            throw RefusalException.invalid(path, "has " + list.size() + " elements; at most " + most + " are allowed");
        }
        List<JsonNode> elements = new ArrayList<>();
        list.forEach(elements::add);
        return elements;
    }

    private static Optional<JsonNode> parsed(String text) {
        try {
            return text.startsWith("[") ? Optional.of(JSON.readTree(text)) : Optional.empty();
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    static String kindOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "a list";
            case STRING -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            default -> "null";
        };
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
