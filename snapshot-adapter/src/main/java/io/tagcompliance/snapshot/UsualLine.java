package io.tagcompliance.snapshot;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One line of JSON at a time, as most of them are: an object of texts and of tags that are texts, no character of which needs
 * more than a byte. No object is made of any text but keys. Of any other line it is only said that it isn't usual; what it
 * is, or what is wrong with it, {@link JsonLine} finds out. Confined to one thread.
 *
 * <p>It doesn't notice keys that stand twice: sequences of keys are usual only where they were met before.
 */
final class UsualLine {
    static final int MOST_TAGS = 256;
    private static final JsonFactory JSON = TagsJson.factory().build();
    private static final int HIGHEST = 0xFF;

    private JsonParser parser;
    private ByteArrayFeeder feeder;
    private byte[] bytes = new byte[1 << 12];
    private int used;
    private final Set<Column> filled = EnumSet.noneOf(Column.class);
    private final Map<Column, Span> cells = new EnumMap<>(Column.class);
    private final String[] keys = new String[MOST_TAGS];
    private final int[] valueFrom = new int[MOST_TAGS];
    private final int[] valueTo = new int[MOST_TAGS];
    private int tags;

    UsualLine() throws IOException {
        for (Column column : Column.values()) {
            cells.put(column, new Span());
        }
        parser = JSON.createNonBlockingByteArrayParser();
        feeder = (ByteArrayFeeder) parser.getNonBlockingInputFeeder();
    }

    /** Where the text of a cell begins and ends. */
    private static final class Span {
        private int from;
        private int to;
    }

    /** Takes the line that came last, instead of the one before; whether it is a usual one. */
    boolean take(Utf8Lines lines) throws IOException {
        if (!lines.isPlain()) {
            return false;
        }
        makeRoom(lines.to() - lines.from());
        boolean usual = read(lines);
        if (!usual) {
            // Whatever the parser still expects belongs to this line.
            parser = JSON.createNonBlockingByteArrayParser();
            feeder = (ByteArrayFeeder) parser.getNonBlockingInputFeeder();
        }
        return usual;
    }

    /** No text is longer than it stands there. */
    private void makeRoom(int length) {
        if (length > bytes.length) {
            bytes = new byte[length];
        }
        used = 0;
        tags = 0;
        filled.clear();
    }

    private boolean read(Utf8Lines lines) throws IOException {
        try {
            feeder.feedInput(lines.bytes(), lines.from(), lines.to());
            return object() && parser.nextToken() == JsonToken.NOT_AVAILABLE;
        } catch (JsonProcessingException unusual) {
            return false;
        }
    }

    private boolean object() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return false;
        }
        JsonToken token = parser.nextToken();
        while (token == JsonToken.FIELD_NAME) {
            Optional<Column> column = Column.named(parser.currentName());
            if (column.isEmpty() || !field(column.get(), parser.nextToken())) {
                return false;
            }
            token = parser.nextToken();
        }
        return token == JsonToken.END_OBJECT;
    }

    private boolean field(Column column, JsonToken value) throws IOException {
        boolean first = filled.add(column);
        return first && (column == Column.TAGS ? tags(value) : cell(column, value));
    }

    private boolean cell(Column column, JsonToken value) throws IOException {
        Span span = span(column);
        span.from = used;
        boolean usual =
                value == JsonToken.VALUE_NULL || (column != Column.GAP && column != Column.TAGS_UNKNOWN && text(value));
        span.to = used;
        return usual;
    }

    private Span span(Column column) {
        return requireNonNull(cells.get(column));
    }

    private boolean tags(JsonToken value) throws IOException {
        if (value != JsonToken.START_OBJECT) {
            return value == JsonToken.VALUE_NULL;
        }
        JsonToken token = parser.nextToken();
        while (token == JsonToken.FIELD_NAME && tags < MOST_TAGS) {
            keys[tags] = parser.currentName();
            valueFrom[tags] = used;
            if (!text(parser.nextToken())) {
                return false;
            }
            valueTo[tags++] = used;
            token = parser.nextToken();
        }
        return token == JsonToken.END_OBJECT;
    }

    /** Keeps a text, where it is one of characters that fit into a byte. */
    private boolean text(JsonToken value) throws IOException {
        if (value != JsonToken.VALUE_STRING) {
            return false;
        }
        char[] characters = parser.getTextCharacters();
        int offset = parser.getTextOffset();
        int length = parser.getTextLength();
        int bits = 0;
        for (int index = 0; index < length; index++) {
            char character = characters[offset + index];
            bytes[used + index] = (byte) character;
            bits |= character;
        }
        used += length;
        return bits <= HIGHEST;
    }

    /** What holds the texts, a byte for each character. */
    byte[] bytes() {
        return bytes;
    }

    /** Where a cell begins. */
    int from(Column column) {
        return filled.contains(column) ? span(column).from : 0;
    }

    /** Where it ends, which is where it begins if nothing stands in it. */
    int to(Column column) {
        return filled.contains(column) ? span(column).to : 0;
    }

    /** The text of a cell. */
    String text(Column column) {
        return new String(bytes, from(column), to(column) - from(column), StandardCharsets.ISO_8859_1);
    }

    /** How many tags there are. */
    int tags() {
        return tags;
    }

    String key(int tag) {
        return keys[tag];
    }

    /** Where the value of a tag begins. */
    int valueFrom(int tag) {
        return valueFrom[tag];
    }

    /** Where it ends. */
    int valueTo(int tag) {
        return valueTo[tag];
    }
}
