package io.tagcompliance.audit;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes texts, those that come often in full the first time and as numbers after that. Only so many are remembered, so that
 * an estate of any size is written in the same memory. Confined to one thread.
 */
final class TextNumbers {
    /** How many texts have a number; those that are new after that stand in full each time. */
    static final int REMEMBERED = 1 << 16;

    private final DataOutputStream out;
    private final Map<String, Integer> numbers = new HashMap<>();

    TextNumbers(DataOutputStream out) {
        this.out = out;
    }

    /** Writes a text that may come again. */
    void write(String text) throws IOException {
        Integer known = numbers.get(text);
        if (known != null) {
            out.writeInt(known);
            return;
        }
        if (numbers.size() < REMEMBERED) {
            numbers.put(text, numbers.size());
        }
        writeOnce(text);
    }

    /** Writes a text that isn't to be remembered, since none comes twice. */
    void writeOnce(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(-1 - bytes.length);
        out.write(bytes);
    }
}
