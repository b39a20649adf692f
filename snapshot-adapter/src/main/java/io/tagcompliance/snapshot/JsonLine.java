package io.tagcompliance.snapshot;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/** One line of a file of JSON lines. */
final class JsonLine {
    private final long line;
    private final Map<Column, String> cells = new EnumMap<>(Column.class);
    private Map<String, String> tags = Map.of();

    private JsonLine(long line) {
        this.line = line;
    }

    /** The record that stands in the text. */
    static RawRecord read(long line, String text) throws IOException {
        return new JsonLine(line).read(text);
    }

    private RawRecord read(String text) throws IOException {
        try (JsonParser parser = TagsJson.JSON.createParser(text)) {
            requireObject(parser.nextToken());
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                field(parser);
            }
            requireEnd(parser.nextToken());
            return new RawRecord(line, cells, tags);
        } catch (JsonProcessingException unreadable) {
            throw wrong("no JSON: " + TagsJson.reason(unreadable) + "; write one JSON object a line");
        }
    }

    private void requireObject(JsonToken token) throws WrongRecordException {
        if (token == JsonToken.START_ARRAY) {
            throw wrong("a JSON list; write one object a line, without brackets around and commas between them");
        }
        if (token != JsonToken.START_OBJECT) {
            throw wrong("no JSON object; write one a line");
        }
    }

    private void requireEnd(JsonToken token) throws WrongRecordException {
        if (token != null) {
            throw wrong("something follows the object; write one JSON object a line");
        }
    }

    private void field(JsonParser parser) throws IOException {
        String name = parser.currentName();
        Column column = Column.named(name)
                .orElseThrow(() -> wrong("unknown field " + Quoted.of(name) + "; " + Column.adviceFor(name)));
        JsonToken value = parser.nextToken();
        if (column == Column.TAGS) {
            tags = tags(value, parser);
        } else if (value != JsonToken.VALUE_NULL) {
            add(column, value, parser);
        }
    }

    private Map<String, String> tags(JsonToken value, JsonParser parser) throws IOException {
        TagsJson json = new TagsJson(line);
        return switch (value) {
            case VALUE_NULL -> Map.of();
            case VALUE_STRING -> json.read(parser.getText());
            default -> json.read(parser);
        };
    }

    private void add(Column column, JsonToken value, JsonParser parser) throws IOException {
        boolean text = value == JsonToken.VALUE_STRING || value.isNumeric();
        if (!text) {
            throw wrong(column.label() + " is no text; write it in quotes");
        }
        if (cells.put(column, parser.getText()) != null) {
            throw wrong(column.label() + " stands twice in one object; write it once");
        }
    }

    private WrongRecordException wrong(String problem) {
        return new WrongRecordException(line, problem);
    }
}
