package io.tagcompliance.snapshot;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The forms of lines: what stands in them before, between and behind the texts. Jackson reads the first line of each form; of
 * others only the texts are looked for, since bytes that are the same up to each text mean the same.
 *
 * <p>A form is a way through a tree, of which each step is what stands before a text. Confined to one thread.
 */
final class LineForms {
    static final int MOST_TAGS = 256;

    private static final byte QUOTE = '"';
    private static final byte BACKSLASH = '\\';

    /** What is below it may not stand in a text as it is. */
    private static final byte BLANK = ' ';

    /** Past these steps, and past these behind one, none is added: each line that needs another one is read by Jackson. */
    private static final int MOST = 1 << 16;

    private static final int MOST_NEXT = 1 << 6;

    /** Blanks between two texts can be as long as a line: such a form, and more than that together, isn't kept. */
    private static final int LONGEST_STEP = 1 << 12;

    private static final int MOST_BYTES = 1 << 23;

    /** The number of no form. Others are at least zero, and not larger than they need be by much. */
    static final int NONE = -1;

    private static final JsonFactory JSON = TagsJson.factory().build();
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOWEST_BITS = 0x0101_0101_0101_0101L;
    private static final long HIGHEST_BITS = LOWEST_BITS << (Byte.SIZE - 1);
    private static final long OTHER_BITS = ~HIGHEST_BITS;

    private final Step beginning = new Step(new byte[0], new Target.End(NONE));
    private final Function<Column, Span> cells;
    private int size;
    private int kept;

    /** @param cells where it is kept of the line that comes last what stands in a column */
    LineForms(Function<Column, Span> cells) {
        this.cells = cells;
    }

    /** Where a text begins and ends; if nothing is there, at one place. */
    static final class Span {
        private int from;
        private int to;

        int from() {
            return from;
        }

        int to() {
            return to;
        }

        int size() {
            return to - from;
        }

        void set(int begin, int end) {
            from = begin;
            to = end;
        }
    }

    /** Where every line begins. */
    Step beginning() {
        return beginning;
    }

    /**
     * Takes the form of a line of bytes that are characters; whether it has one: it is an object of texts, and of tags that are
     * texts, in which nothing is written otherwise than it reads.
     */
    boolean learn(byte[] bytes, int from, int to) throws IOException {
        if (size >= MOST) {
            return false;
        }
        // The parser tells places from the beginning of its bytes.
        byte[] line = Arrays.copyOfRange(bytes, from, to);
        try (JsonParser parser = JSON.createParser(line)) {
            return new Learning(line, parser).object();
        } catch (JsonProcessingException unusual) {
            return false;
        }
    }

    /** One line that Jackson reads. */
    private final class Learning {
        private final byte[] line;
        private final JsonParser parser;
        private final Set<Column> columns = EnumSet.noneOf(Column.class);
        private Step step = beginning;
        private int at;
        private int tags;

        private Learning(byte[] line, JsonParser parser) {
            this.line = line;
            this.parser = parser;
        }

        private boolean object() throws IOException {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            JsonToken token = parser.nextToken();
            while (token == JsonToken.FIELD_NAME) {
                Optional<Column> column = Column.named(parser.currentName());
                if (column.isEmpty() || !columns.add(column.get()) || !field(column.get(), parser.nextToken())) {
                    return false;
                }
                token = parser.nextToken();
            }
            return token == JsonToken.END_OBJECT
                    && parser.nextToken() == null
                    && goOn(line.length, new Target.End(size));
        }

        private boolean field(Column column, JsonToken value) throws IOException {
            return switch (column) {
                case TAGS -> value == JsonToken.VALUE_NULL || tags(value);
                case TAGS_UNKNOWN, GAP -> value == JsonToken.VALUE_NULL;
                default -> value == JsonToken.VALUE_NULL || text(value, new Target.Cell(cells.apply(column)));
            };
        }

        private boolean tags(JsonToken value) throws IOException {
            if (value != JsonToken.START_OBJECT) {
                return false;
            }
            JsonToken token = parser.nextToken();
            while (token == JsonToken.FIELD_NAME && tags++ < MOST_TAGS) {
                Target tag = new Target.Tag(parser.currentName());
                if (!text(parser.nextToken(), tag)) {
                    return false;
                }
                token = parser.nextToken();
            }
            return token == JsonToken.END_OBJECT;
        }

        private boolean text(JsonToken value, Target target) throws IOException {
            if (value != JsonToken.VALUE_STRING) {
                return false;
            }
            int begin = (int) parser.currentTokenLocation().getByteOffset() + 1;
            int end = endOfText(line, begin, line.length);
            boolean asItReads = end >= 0 && end - begin == parser.getTextLength();
            boolean known = asItReads && goOn(begin, target);
            at = end;
            return known;
        }

        /** Goes one step on, to where a text begins; it is made if need be, and there is room for it. */
        private boolean goOn(int begin, Target target) {
            byte[] before = Arrays.copyOfRange(line, at, begin);
            Optional<Step> known = step.next(line, at, line.length);
            if (known.isEmpty() && !hasRoomFor(before)) {
                return false;
            }
            step = known.orElseGet(() -> step.add(new Step(before, target)));
            size += known.isPresent() ? 0 : 1;
            kept += known.isPresent() ? 0 : before.length;
            return true;
        }

        private boolean hasRoomFor(byte[] before) {
            return size < MOST
                    && step.next.length < MOST_NEXT
                    && before.length <= LONGEST_STEP
                    && kept + before.length <= MOST_BYTES;
        }
    }

    /** Where the text that begins there ends, which is where its quote stands; negative where it isn't written as it reads. */
    static int endOfText(byte[] line, int from, int to) {
        int at = from;
        while (at + Long.BYTES <= line.length) {
            long found = endsIn((long) LONGS.get(line, at));
            if (found != 0) {
                at += Long.numberOfTrailingZeros(found) >>> 3;
                return at < to && line[at] == QUOTE ? at : -1;
            }
            at += Long.BYTES;
        }
        while (at < to && line[at] >= BLANK && line[at] != BACKSLASH && line[at] != QUOTE) {
            at++;
        }
        return at < to && line[at] == QUOTE ? at : -1;
    }

    /** The highest bits of those of eight bytes, each of seven bits, that a text doesn't hold as they are. */
    private static long endsIn(long eight) {
        long noQuote = (eight ^ (LOWEST_BITS * QUOTE)) + OTHER_BITS;
        long noBackslash = (eight ^ (LOWEST_BITS * BACKSLASH)) + OTHER_BITS;
        long noControl = eight + LOWEST_BITS * ((1 << (Byte.SIZE - 1)) - BLANK);
        return ~(noQuote & noBackslash & noControl) & HIGHEST_BITS;
    }

    /** What a text is. */
    sealed interface Target {
        /** What stands in a column. */
        record Cell(Span span) implements Target {}

        /** The value of a tag. */
        record Tag(String key) implements Target {}

        /** Nothing: the line is over, and had the form of this number. */
        record End(int form) implements Target {}
    }

    /** What stands before a text, behind what stands before the texts before it. */
    static final class Step {
        private static final Step[] NO_STEPS = {};

        private final byte[] before;
        private final Target target;
        private final Optional<Step> itself;
        private Step[] next = NO_STEPS;

        private Step(byte[] before, Target target) {
            this.before = before;
            this.target = target;
            this.itself = Optional.of(this);
        }

        Target target() {
            return target;
        }

        int length() {
            return before.length;
        }

        /** The step that a line goes on with, if it is there already. */
        Optional<Step> next(byte[] line, int at, int to) {
            for (int index = 0; index < next.length; index++) {
                Step step = next[index];
                if (step.matches(line, at, to)) {
                    next[index] = next[0];
                    next[0] = step;
                    return step.itself;
                }
            }
            return Optional.empty();
        }

        private boolean matches(byte[] line, int at, int to) {
            int end = at + before.length;
            boolean fits = target instanceof Target.End ? end == to : end < to;
            return fits && Arrays.equals(before, 0, before.length, line, at, end);
        }

        private Step add(Step step) {
            next = Arrays.copyOf(next, next.length + 1);
            next[next.length - 1] = step;
            return step;
        }
    }
}
