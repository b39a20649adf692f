package io.tagcompliance.billing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads tags as exports write them: an object of JSON whose values are texts, numbers, {@code true} (a key without a value),
 * {@code false} or {@code null} (no tag). Nothing, {@code NULL} and an empty object are the same.
 */
final class TagTexts {
    private static final JsonFactory JSON = new JsonFactory();

    private TagTexts() {}

    /** @throws UnreadableException where it is no such object */
    static Map<String, String> read(String text) {
        Map<String, String> tags = new LinkedHashMap<>();
        if (isNothing(text)) {
            return tags;
        }
        try (JsonParser json = JSON.createParser(text)) {
            if (json.nextToken() == JsonToken.VALUE_NULL) {
                return tags;
            }
            require(json.currentToken() == JsonToken.START_OBJECT);
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String key = json.currentName();
                put(tags, key, json);
            }
            return tags;
        } catch (IOException notJson) {
            throw notTags();
        }
    }

    static boolean isNothing(String text) {
        return text.isBlank() || text.equals("NULL") || text.equals("{}");
    }

    private static void put(Map<String, String> tags, String key, JsonParser json) throws IOException {
        switch (json.nextToken()) {
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> tags.put(key, json.getText());
            case VALUE_TRUE -> tags.put(key, "");
            case VALUE_FALSE, VALUE_NULL -> tags.remove(key);
            default -> throw notTags();
        }
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw notTags();
        }
    }

    private static UnreadableException notTags() {
        return UnreadableException.because(
                "the tags of a row of the bill are no object of JSON with texts as values; export it again");
    }
}
