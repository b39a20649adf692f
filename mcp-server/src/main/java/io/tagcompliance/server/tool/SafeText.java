package io.tagcompliance.server.tool;

import java.util.Locale;

/**
 * Text from the estate, fit to be shown. Characters that are not seen, or that change how others are seen, appear as
 * {@code \}{@code u{202E}}, and {@code escaped} says so; in such a text a backslash is written in that form too, so that
 * the raw text can be told from it. A text longer than {@link #LONGEST} is cut and ends with an ellipsis.
 *
 * @param text    to show
 * @param escaped whether it differs from the raw text
 */
public record SafeText(String text, boolean escaped) {
    /** In characters. Tags are 256 characters at most in every cloud; files may hold longer ones. */
    static final int LONGEST = 512;

    private static final String INVISIBLE_LETTERS =
            "\u034F\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180F\u3164\uFFA0";

    public static SafeText of(String raw) {
        String cut = raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw;
        boolean unsafe = isUnsafe(cut);
        String shown = unsafe ? escape(cut) : cut;
        return new SafeText(raw.length() > LONGEST ? shown + "…" : shown, unsafe || raw.length() > LONGEST);
    }

    /** A text for a line among others: as above, and at most 200 characters. */
    public static String line(String raw) {
        String shown = of(raw).text();
        return shown.length() <= 200 ? shown : shown.substring(0, 200) + "…";
    }

    private static boolean isUnsafe(String text) {
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            if (mustEscape(text, at)) {
                return true;
            }
        }
        return false;
    }

    private static String escape(String text) {
        StringBuilder shown = new StringBuilder();
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int character = text.codePointAt(at);
            if (character == '\\' || mustEscape(text, at)) {
                shown.append(String.format(Locale.ROOT, "\\u{%04X}", character));
            } else {
                shown.appendCodePoint(character);
            }
        }
        return shown.toString();
    }

    private static boolean mustEscape(String text, int at) {
        int character = text.codePointAt(at);
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default ->
                INVISIBLE_LETTERS.indexOf(character) >= 0
                        || (isVariationSelector(character) && !followsASymbol(text, at));
        };
    }

    private static boolean isVariationSelector(int character) {
        return (character >= 0xFE00 && character <= 0xFE0F) || (character >= 0xE0100 && character <= 0xE01EF);
    }

    /** A variation selector belongs behind the symbol that it varies; anywhere else it hides something. */
    private static boolean followsASymbol(String text, int at) {
        if (at == 0) {
            return false;
        }
        int before = text.codePointBefore(at);
        return Character.getType(before) == Character.OTHER_SYMBOL || Character.isIdeographic(before);
    }
}
