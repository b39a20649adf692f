package io.tagcompliance.snapshot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The lines of a file, strictly in UTF-8 and of bounded length, counted from one.
 *
 * <p>A byte order mark at the beginning is left out: spreadsheets write it.
 */
final class Utf8Lines {
    static final int LONGEST = 1 << 20;
    private static final byte LINE_FEED = '\n';
    private static final String MARK = "\uFEFF";

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private int position;
    private int filled;
    private long length;
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
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("reading was interrupted");
        }
        if (!readLine()) {
            return Optional.empty();
        }
        line++;
        if (length > LONGEST) {
            throw new WrongRecordException(line, "longer than " + LONGEST + " bytes; write one record a line");
        }
        return Optional.of(line == 1 ? withoutMark(decoded()) : decoded());
    }

    private boolean readLine() throws IOException {
        kept.reset();
        length = 0;
        while (position < filled || fill()) {
            int end = endOfLine();
            keep(end);
            if (buffer[end - 1] == LINE_FEED) {
                return true;
            }
        }
        return length > 0;
    }

    private boolean fill() throws IOException {
        position = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }

    private int endOfLine() {
        int end = position;
        while (end < filled && buffer[end] != LINE_FEED) {
            end++;
        }
        return Math.min(end + 1, filled);
    }

    private void keep(int end) {
        length += end - position;
        if (length <= LONGEST) {
            kept.write(buffer, position, end - position);
        }
        position = end;
    }

    private String decoded() throws WrongRecordException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(kept.toByteArray()))
                    .toString();
        } catch (CharacterCodingException wrong) {
            throw new WrongRecordException(line, "not in UTF-8; save the file as UTF-8");
        }
    }

    private static String withoutMark(String text) {
        return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
    }
}
