package io.tagcompliance.server.tool;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/**
 * What a caller gave, as a refusal may repeat it: a short name or number. Anything with spaces in it could be read as a
 * sentence, and a long row of letters and figures may be a secret; of those only the kind and the length are told.
 */
final class Given {
    private static final Pattern NAME = Pattern.compile("[\\p{Alnum}_][\\p{Alnum}_:/.-]{0,39}");
    private static final Pattern SECRET = Pattern.compile(".*(?:[A-Z0-9]{16}|[A-Za-z0-9]{24}).*");

    private Given() {}

    static String of(JsonNode value) {
        if (value.isTextual()) {
            return of(value.textValue());
        }
        boolean isShort = value.isNumber() && value.asText().length() <= 20;
        return isShort ? value.asText() : Kinds.kindOf(value);
    }

    static String of(String text) {
        return isName(text)
                ? SafeText.of(text).text()
                : "a text of " + text.codePointCount(0, text.length()) + " characters";
    }

    /** Whether a text can be repeated as it is. */
    static boolean isName(String text) {
        return NAME.matcher(text).matches() && !SECRET.matcher(text).matches();
    }
}
