package io.tagcompliance.server.handout;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;

/** Some bytes of the file of a handout. Its parts, one after the other, are the file. */
record Part(long from, int length) {
    /** The most bytes of a part. */
    static final int LARGEST = 8 << 20;

    /** Before a cut a line ends within so many bytes, as a rule. */
    private static final int NEAR = 64 << 10;

    /** The parts of a file of texts: each ends with a line, or with a character where a line is longer than a part. */
    static List<Part> ofText(SeekableByteChannel file) throws IOException {
        List<Part> parts = new ArrayList<>();
        long from = 0;
        do {
            Part longest = longest(from, file.size());
            boolean isLast = longest.end() == file.size();
            Part part = isLast ? longest : longest.cut(file);
            parts.add(part);
            from = part.end();
        } while (from < file.size());
        return parts;
    }

    /** The parts of a file of bytes. */
    static List<Part> ofBytes(SeekableByteChannel file) throws IOException {
        List<Part> parts = new ArrayList<>();
        long from = 0;
        do {
            parts.add(longest(from, file.size()));
            from += LARGEST;
        } while (from < file.size());
        return parts;
    }

    private Part cut(SeekableByteChannel file) throws IOException {
        int before = length - NEAR;
        int line = afterLastLine(new Part(from + before, NEAR).read(file));
        return new Part(from, line > 0 ? before + line : whole(read(file)));
    }

    private static Part longest(long from, long size) {
        return new Part(from, (int) Math.min(LARGEST, size - from));
    }

    private long end() {
        return from + length;
    }

    byte[] read(SeekableByteChannel file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        file.position(from);
        while (bytes.hasRemaining()) {
            if (file.read(bytes) < 0) {
                throw new EOFException("shorter than it was");
            }
        }
        return bytes.array();
    }

    /** How many of these bytes are whole lines, or whole characters where there is no line among them. */
    private static int whole(byte[] bytes) {
        int lines = afterLastLine(bytes);
        return lines > 0 ? lines : wholeCharacters(bytes);
    }

    private static int afterLastLine(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private static int wholeCharacters(byte[] bytes) {
        int last = bytes.length - 1;
        while (last > 0 && isWithinCharacter(bytes[last])) {
            last--;
        }
        return last > 0 ? last : bytes.length;
    }

    /** As UTF-8 has all bytes of a character but the first. */
    private static boolean isWithinCharacter(byte octet) {
        return (octet & 0xC0) == 0x80;
    }
}
