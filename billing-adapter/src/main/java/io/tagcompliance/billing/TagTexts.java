package io.tagcompliance.billing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads tags as exports write them: an object of JSON whose values are texts, numbers, {@code true} (a key without a value),
 * {@code false} or {@code null} (no tag). Nothing, {@code NULL} and an empty object are the same. Google Cloud writes an array of
 * objects instead, each with a {@code key}, a {@code value}, and where the tag comes from; of several with one key, the first counts.
 */
final class TagTexts {
    private static final JsonFactory JSON = new JsonFactory();

    private TagTexts() {}

    /** @throws UnreadableException where they are no tags */
    static Map<String, String> read(String text) {
        if (isNothing(text)) {
            return new LinkedHashMap<>();
        }
        try (JsonParser json = JSON.createParser(text)) {
            return switch (json.nextToken()) {
                case VALUE_NULL -> new LinkedHashMap<>();
                case START_OBJECT -> object(json);
                case START_ARRAY -> pairs(json);
                case null, default -> throw notTags();
            };
        } catch (IOException notJson) {
            throw notTags();
        }
    }

    static boolean isNothing(String text) {
        return text.isBlank() || text.equals("NULL") || text.equals("{}");
    }

    private static Map<String, String> object(JsonParser json) throws IOException {
        Map<String, String> tags = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            json.nextToken();
            String value = value(json);
            if (value == null) {
                tags.remove(key);
            } else {
                tags.put(key, value);
            }
        }
        return tags;
    }

    private static Map<String, String> pairs(JsonParser json) throws IOException {
        Map<String, String> tags = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw notTags();
            }
            Map<String, String> pair = object(json);
            String key = pair.get("key");
            if (key == null) {
                throw notTags();
            }
            String value = pair.get("value");
            if (value != null) {
                tags.putIfAbsent(key, value);
            }
        }
        return tags;
    }

    /** Null where there is no tag. */
    private static @Nullable String value(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getText();
            case VALUE_TRUE -> "";
            case VALUE_FALSE, VALUE_NULL -> null;
            case null, default -> throw notTags();
        };
    }

    private static UnreadableException notTags() {
        return UnreadableException.because(
                "the tags of a row of the bill are no object of JSON with texts as values; export it again");
    }
}
