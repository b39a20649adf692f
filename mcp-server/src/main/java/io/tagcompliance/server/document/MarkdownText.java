package io.tagcompliance.server.document;

import java.util.regex.Pattern;

/** Texts of strangers in Markdown: no link, no image, no row of their own. */
public final class MarkdownText {
    private static final Pattern OBEYED = Pattern.compile("[\\\\`*_{}\\[\\]()<>#!|~&:@.$]");
    private static final Pattern BREAKS = Pattern.compile("\\R");

    private MarkdownText() {}

    /** The text with every character escaped that Markdown would obey, on one line. */
    public static String escaped(String text) {
        return OBEYED.matcher(BREAKS.matcher(text).replaceAll(" ")).replaceAll("\\\\$0");
    }
}
