package io.tagcompliance.audit;

import java.io.DataInputStream;
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
        byte[] bytes = in.readNBytes(-1 - number);
        String text = new String(bytes, StandardCharsets.UTF_8);
        texts.add(text);
        return text;
    }
}
