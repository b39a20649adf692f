package io.tagcompliance.server.transport.stdio;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads lines of bytes without ever holding more than one line of the longest allowed length. */
final class LineReader {
    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[8192];
    private int at;
    private int end;

    LineReader(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** What came in. */
    sealed interface Line {
        /** A line without its end. */
        record Bytes(byte[] bytes) implements Line {}

        /** A line longer than allowed; it was skipped to its end. */
        record TooLong() implements Line {}

        /** There are no more lines. */
        record End() implements Line {}
    }

    Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean tooLong = false;
        while (true) {
            if (at == end && !fill()) {
                return atEnd(line, tooLong);
            }
            int newline = indexOfNewline();
            int stop = newline < 0 ? end : newline;
            tooLong |= line.size() + (stop - at) > longest;
            if (tooLong) {
                line.reset();
            } else {
                line.write(buffer, at, stop - at);
            }
            at = newline < 0 ? end : newline + 1;
            if (newline >= 0) {
                return tooLong ? new Line.TooLong() : new Line.Bytes(line.toByteArray());
            }
        }
    }

    private static Line atEnd(ByteArrayOutputStream line, boolean tooLong) {
        if (tooLong) {
            return new Line.TooLong();
        }
        return line.size() == 0 ? new Line.End() : new Line.Bytes(line.toByteArray());
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    private int indexOfNewline() {
        for (int index = at; index < end; index++) {
            if (buffer[index] == '\n') {
                return index;
            }
        }
        return -1;
    }
}
