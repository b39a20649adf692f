package io.tagcompliance.snapshot;

/** Text from a file, made fit to stand in a message: short, in quotes, without characters that can't be seen. */
final class Quoted {
    private static final int LONGEST = 40;

    private Quoted() {}

    static String of(String text) {
        int end = text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length())));
        return '"' + visible(text.substring(0, end)) + (end < text.length() ? "…" : "") + '"';
    }

    /** The text with every character that is invisible, or steers others, written as its number. */
    static String visible(String text) {
        StringBuilder visible = new StringBuilder();
        text.codePoints().forEach(point -> append(visible, point));
        return visible.toString();
    }

    private static void append(StringBuilder visible, int point) {
        if (isVisible(point)) {
            visible.appendCodePoint(point);
        } else {
            visible.append("\\u{%X}".formatted(point));
        }
    }

    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
