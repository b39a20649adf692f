package io.tagcompliance.server.tool;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** JSON as answers have it: field names in snake_case, {@code null} written out. */
public final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS))
            // 150 would else become 1.5E+2.
            .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false)
            .build();

    private Json() {}

    /** The tree of a record. */
    public static ObjectNode tree(Object record) {
        return MAPPER.valueToTree(record);
    }

    /** The tree of maps and lists, with their own names. */
    public static JsonNode asIs(Object maps) {
        return MAPPER.valueToTree(maps);
    }

    /** An empty object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** A tree as text, on one line. */
    public static String text(JsonNode tree) {
        try {
            return MAPPER.writeValueAsString(tree);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A tree as text, for people. */
    public static String pretty(JsonNode tree) {
        return tree.toPrettyString();
    }

    /** How many bytes something has as JSON in UTF-8. */
    static int bytes(Object record) {
        return text(MAPPER.valueToTree(record)).getBytes(StandardCharsets.UTF_8).length;
    }
}
