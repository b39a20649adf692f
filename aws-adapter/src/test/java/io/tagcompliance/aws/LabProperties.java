package io.tagcompliance.aws;

import java.util.LinkedHashMap;
import java.util.Map;

/** System properties for a while, from which the SDK reads its settings before it looks at the environment. */
final class LabProperties implements AutoCloseable {
    private final Map<String, String> before = new LinkedHashMap<>();

    void set(String property, String value) {
        before.putIfAbsent(property, System.getProperty(property, ""));
        System.setProperty(property, value);
    }

    /** Puts everything back as it was. */
    @Override
    public void close() {
        before.forEach((property, value) -> {
            if (value.isEmpty()) {
                System.clearProperty(property);
            } else {
                System.setProperty(property, value);
            }
        });
    }
}
