package io.tagcompliance.server.tool;

import java.util.LinkedHashMap;
import java.util.Map;

/** Makes JSON schemas (2020-12) as maps whose order is kept. */
final class Schema {
    private Schema() {}

    /** A schema of these keywords: names and values in turn. */
    static Map<String, Object> of(Object... keywords) {
        Map<String, Object> schema = new LinkedHashMap<>();
        for (int at = 0; at < keywords.length; at += 2) {
            schema.put((String) keywords[at], keywords[at + 1]);
        }
        return schema;
    }

    static Map<String, Object> described(String description, Map<String, Object> schema) {
        Map<String, Object> described = new LinkedHashMap<>(schema);
        if (!description.isEmpty()) {
            described.put("description", description);
        }
        return described;
    }
}
