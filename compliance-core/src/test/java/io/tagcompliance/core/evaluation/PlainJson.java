package io.tagcompliance.core.evaluation;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** JSON as maps, lists and texts, and the wildcards in them. */
final class PlainJson {
    private PlainJson() {}

    static boolean like(String pattern, String name) {
        return wildcard(pattern, Pattern.CASE_INSENSITIVE).matcher(name).matches();
    }

    static Pattern wildcard(String text, int flags) {
        return Pattern.compile("\\Q" + text.replace("*", "\\E.*\\Q") + "\\E", flags | Pattern.DOTALL);
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> objects(Object list) {
        return (List<Map<String, Object>>) list;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object map) {
        return (Map<String, Object>) map;
    }

    @SuppressWarnings("unchecked")
    static List<String> texts(Object list) {
        return (List<String>) list;
    }
}
