package io.tagcompliance.audit;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Writes texts, each in full the first time, and as a number after that. Confined to one thread. */
final class TextNumbers {
    private final DataOutputStream out;
    private final Map<String, Integer> numbers = new HashMap<>();

    TextNumbers(DataOutputStream out) {
        this.out = out;
    }

    void write(String text) throws IOException {
        Integer known = numbers.putIfAbsent(text, numbers.size());
        if (known != null) {
            out.writeInt(known);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(-1 - bytes.length);
        out.write(bytes);
    }
}
