package io.tagcompliance.server.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Set;

/**
 * Makes an answer fit that is too large with one row already: texts of strangers may be long. Longer texts are cut first,
 * and end with an ellipsis.
 */
final class Shrinking {
    private static final Set<String> NEVER_CUT = Set.of("next_cursor", "as_of", "how_to_narrow");
    private static final int[] LENGTHS = {256, 128, 64, 32, 16};

    private Shrinking() {}

    static ObjectNode to(int bytes, ObjectNode answer) {
        for (int length : LENGTHS) {
            if (Json.bytes(answer) <= bytes) {
                return answer;
            }
            cut(answer, length);
        }
        return answer;
    }

    private static void cut(JsonNode node, int length) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                if (field.getValue().isTextual() && !NEVER_CUT.contains(field.getKey())) {
                    field.setValue(cutText(field.getValue(), length));
                } else {
                    cut(field.getValue(), length);
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int at = 0; at < array.size(); at++) {
                JsonNode element = array.get(at);
                if (element.isTextual()) {
                    array.set(at, cutText(element, length));
                } else {
                    cut(element, length);
                }
            }
        }
    }

    private static JsonNode cutText(JsonNode text, int length) {
        String whole = text.textValue();
        if (whole.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(whole.charAt(length - 1)) ? length - 1 : length;
        return TextNode.valueOf(whole.substring(0, end) + "…");
    }
}
