package io.tagcompliance.server.document;

import java.util.regex.Pattern;

/** Texts of strangers in Markdown: no link, no image, no row of their own. */
public final class MarkdownText {
    private static final Pattern OBEYED = Pattern.compile("[\\\\`*_{}\\[\\]()<>#!|~&:@.$]");
    private static final Pattern BREAKS = Pattern.compile("\\R");
    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private MarkdownText() {}

    /** The text with every character escaped that Markdown would obey, on one line. */
    public static String escaped(String text) {
        return OBEYED.matcher(BREAKS.matcher(text).replaceAll(" ")).replaceAll("\\\\$0");
    }

    /**
     * The text as code, on one line, so that it can be copied from what was never rendered. Within code nothing is obeyed but
     * the backticks that end it, of which there are more than anywhere in the text; and, in a table, the bar, for which
     * programs differ: a text with one is escaped instead.
     */
    public static String code(String text) {
        String line = BREAKS.matcher(text).replaceAll(" ");
        if (line.isBlank() || line.indexOf('|') >= 0) {
            return escaped(line);
        }
        int longest = BACKTICKS
                .matcher(line)
                .results()
                .mapToInt(run -> run.end() - run.start())
                .max()
                .orElse(0);
        String fence = "`".repeat(longest + 1);
        String room = longest == 0 ? "" : " ";
        return fence + room + line + room + fence;
    }
}
