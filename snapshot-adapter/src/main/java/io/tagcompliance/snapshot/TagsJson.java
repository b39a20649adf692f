package io.tagcompliance.snapshot;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tags as a JSON object, as FOCUS bills have them: values may be texts, numbers, true, false and null. */
final class TagsJson {
    private static final int DEEPEST = 64;
    static final int LONGEST = 1 << 16;

    static final JsonFactory JSON =
            factory().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private final long line;

    TagsJson(long line) {
        this.line = line;
    }

    /** Tags as the text of a cell. */
    static String write(Map<String, String> tags) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (Map.Entry<String, String> tag : tags.entrySet()) {
                json.writeStringField(tag.getKey(), tag.getValue());
            }
            json.writeEndObject();
        } catch (IOException never) {
            throw new UncheckedIOException("a text in memory can't be written", never);
        }
        return text.toString();
    }

    /** Interning is off: keys of strangers would stay in the memory of the whole program. */
    static JsonFactoryBuilder factory() {
        return new JsonFactoryBuilder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST)
                        .maxNameLength(LONGEST)
                        .build());
    }

    /** The tags in the text of a cell. */
    Map<String, String> read(String text) throws IOException {
        if (RawRecord.isNothing(text.strip())) {
            return Map.of();
        }
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            Map<String, String> tags = read(parser);
            if (parser.nextToken() != null) {
                throw wrong("something follows the object in tags; write one JSON object");
            }
            return tags;
        } catch (JsonProcessingException unreadable) {
            throw wrong("tags is no JSON: " + reason(unreadable) + "; write an object like {\"Owner\":\"team-a\"}");
        }
    }

    /** The tags of the object at whose beginning the parser stands. */
    Map<String, String> read(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw wrong("tags is no object; write one like {\"Owner\":\"team-a\"}");
        }
        Map<String, String> tags = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            add(tags, key, parser.nextToken(), parser);
        }
        return tags;
    }

    private void add(Map<String, String> tags, String key, JsonToken value, JsonParser parser) throws IOException {
        switch (value) {
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> tags.put(key, parser.getText());
            case VALUE_TRUE -> tags.put(key, "");
            case VALUE_FALSE, VALUE_NULL -> {
                // FOCUS: the key is not on this resource
            }
            default -> throw wrong("the tag " + Quoted.of(key) + " holds a list or an object; write a text");
        }
    }

    private WrongRecordException wrong(String problem) {
        return new WrongRecordException(line, problem);
    }

    /**
     * What a parser has against a text, in words of our own: its message would repeat what stands there, and the file is
     * somebody's estate.
     */
    static String reason(JsonProcessingException unreadable) {
        if (unreadable instanceof JsonEOFException) {
            return "it ends before the object is closed"; // the place that the parser names is where the object began
        }
        long column =
                unreadable.getLocation() == null ? 0 : unreadable.getLocation().getColumnNr();
        return kind(unreadable) + " at character " + column;
    }

    private static String kind(JsonProcessingException unreadable) {
        if (unreadable instanceof StreamConstraintsException) {
            return "a text is longer than " + LONGEST + " characters or nested deeper than " + DEEPEST + " levels,";
        }
        boolean repeated = String.valueOf(unreadable.getOriginalMessage()).startsWith("Duplicate field");
        return repeated ? "a name stands twice in one object," : "something unexpected";
    }
}
