package io.tagcompliance.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The lines of a file, strictly in UTF-8 and of bounded length, counted from one.
 *
 * <p>A byte order mark at the beginning is left out: spreadsheets write it.
 */
final class Utf8Lines {
    static final int LONGEST = 1 << 20;
    private static final int STEP = 1 << 16;
    private static final byte LINE_FEED = '\n';
    private static final String MARK = "\uFEFF";

    /** Eight bytes are looked at in one step. */
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long LOWEST_BITS = 0x0101_0101_0101_0101L;
    private static final long HIGHEST_BITS = LOWEST_BITS << (Byte.SIZE - 1);

    private static final long LINE_FEEDS = LOWEST_BITS * LINE_FEED;

    private final InputStream in;
    private byte[] buffer = new byte[STEP];
    private int filled;
    private int from;
    private int to;
    private int searched;
    private long dropped;
    private long bits;
    private long line;

    Utf8Lines(InputStream in) {
        this.in = in;
    }

    /** The number of the line that came last. */
    long line() {
        return line;
    }

    /**
     * The next line with its line break; empty at the end of the file. After a wrong line the next can be asked for.
     *
     * @throws WrongRecordException where the line is too long or not in UTF-8
     */
    Optional<String> next() throws IOException {
        return advance() ? Optional.of(text()) : Optional.empty();
    }

    /** Goes on to the next line; false at the end of the file. */
    boolean advance() throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("reading was interrupted");
        }
        from = to;
        searched = from;
        dropped = 0;
        bits = 0;
        boolean more = true;
        while (more && !search()) {
            more = fill();
        }
        to = searched;
        line += length() > 0 ? 1 : 0;
        return length() > 0;
    }

    private long length() {
        return dropped + (to - from);
    }

    /** Whether the line ends in what the buffer holds. */
    private boolean search() {
        int at = searched;
        while (at + Long.BYTES <= filled && !hasLineFeed((long) LONGS.get(buffer, at))) {
            bits |= (long) LONGS.get(buffer, at);
            at += Long.BYTES;
        }
        while (at < filled && buffer[at] != LINE_FEED) {
            bits |= buffer[at++];
        }
        boolean found = at < filled;
        searched = found ? at + 1 : at;
        return found;
    }

    /** Whether one of eight bytes is a line feed: the only one that borrows from its highest bit, or one above it does. */
    private static boolean hasLineFeed(long eight) {
        long differing = eight ^ LINE_FEEDS;
        return ((differing - LOWEST_BITS) & ~differing & HIGHEST_BITS) != 0;
    }

    /** Reads more of the line; of one that is too long already nothing is kept. */
    private boolean fill() throws IOException {
        if (filled - from > LONGEST) {
            dropped += filled - from;
            from = filled;
        }
        filled -= from;
        System.arraycopy(buffer, from, buffer, 0, filled);
        from = 0;
        searched = filled;
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * filled);
        }
        int read = Math.max(0, in.read(buffer, filled, buffer.length - filled));
        filled += read;
        return read > 0;
    }

    /** Whether the line that came last is all there and in ASCII, so that its bytes are its characters. */
    boolean isPlain() {
        return (bits & HIGHEST_BITS) == 0 && length() <= LONGEST;
    }

    /** What holds the bytes of that line, until the next is asked for, from {@link #from} to under {@link #to}. */
    byte[] bytes() {
        return buffer;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /**
     * That line with its line break.
     *
     * @throws WrongRecordException where it is too long or not in UTF-8
     */
    String text() throws WrongRecordException {
        if (length() > LONGEST) {
            throw new WrongRecordException(line, "longer than " + LONGEST + " bytes; write one record a line");
        }
        if (isPlain()) {
            return new String(buffer, from, to - from, StandardCharsets.US_ASCII);
        }
        return line == 1 ? withoutMark(decoded()) : decoded();
    }

    private String decoded() throws WrongRecordException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(buffer, from, to - from))
                    .toString();
        } catch (CharacterCodingException wrong) {
            throw new WrongRecordException(line, "not in UTF-8; save the file as UTF-8");
        }
    }

    private static String withoutMark(String text) {
        return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
    }
}
