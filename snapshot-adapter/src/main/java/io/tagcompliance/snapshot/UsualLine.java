package io.tagcompliance.snapshot;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

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
    private int columns;
    private final Spans cells = new Spans(Column.values().length);
    private final String[] keys = new String[MOST_TAGS];
    private final Spans values = new Spans(MOST_TAGS);
    private int tags;

    UsualLine() throws IOException {
        parser = JSON.createNonBlockingByteArrayParser();
        feeder = (ByteArrayFeeder) parser.getNonBlockingInputFeeder();
    }

    /** Where some texts begin and end. */
    private record Spans(int[] from, int[] to) {
        Spans(int size) {
            this(new int[size], new int[size]);
        }

        void set(int number, int begin, int end) {
            from[number] = begin;
            to[number] = end;
        }
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
        columns = 0;
        tags = 0;
        Arrays.fill(cells.from(), 0);
        Arrays.fill(cells.to(), 0);
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
        int bit = 1 << column.ordinal();
        boolean first = (columns & bit) == 0;
        columns |= bit;
        return first && (value == JsonToken.VALUE_NULL || (column == Column.TAGS ? tags(value) : cell(column, value)));
    }

    private boolean cell(Column column, JsonToken value) throws IOException {
        int begin = used;
        boolean usual = column != Column.GAP && column != Column.TAGS_UNKNOWN && text(value);
        cells.set(column.ordinal(), begin, used);
        return usual;
    }

    private boolean tags(JsonToken value) throws IOException {
        if (value != JsonToken.START_OBJECT) {
            return false;
        }
        JsonToken token = parser.nextToken();
        while (token == JsonToken.FIELD_NAME && tags < MOST_TAGS) {
            keys[tags] = parser.currentName();
            int begin = used;
            if (!text(parser.nextToken())) {
                return false;
            }
            values.set(tags++, begin, used);
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
        return cells.from()[column.ordinal()];
    }

    /** Where it ends, which is where it begins if nothing stands in it. */
    int to(Column column) {
        return cells.to()[column.ordinal()];
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
        return values.from()[tag];
    }

    /** Where it ends. */
    int valueTo(int tag) {
        return values.to()[tag];
    }
}
