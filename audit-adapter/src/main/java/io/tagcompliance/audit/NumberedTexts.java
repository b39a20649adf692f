package io.tagcompliance.audit;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link TextNumbers} wrote. Confined to one thread. */
final class NumberedTexts {
    private final DataInputStream in;
    private final List<String> texts = new ArrayList<>();

    NumberedTexts(DataInputStream in) {
        this.in = in;
    }

    /** @throws IllegalArgumentException where a number stands for no text */
    String read() throws IOException {
        int number = in.readInt();
        if (number >= texts.size()) {
            throw new IllegalArgumentException("no text has that number");
        }
        if (number >= 0) {
            return texts.get(number);
        }
        String text = text(number);
        if (texts.size() < TextNumbers.REMEMBERED) {
            texts.add(text);
        }
        return text;
    }

    /** Reads a text that was written to be forgotten. */
    String readOnce() throws IOException {
        int number = in.readInt();
        if (number >= 0) {
            throw new IllegalArgumentException("a number stands where a text was written in full");
        }
        return text(number);
    }

    private String text(int number) throws IOException {
        int length = -1 - number;
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
