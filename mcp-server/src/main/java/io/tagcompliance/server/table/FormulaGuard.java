package io.tagcompliance.server.table;

/**
 * Keeps spreadsheets from taking a text for a formula: one that could be taken for it gets an apostrophe before it. So does one
 * that begins with an apostrophe, so that whoever takes one away gets the text as it was.
 */
public final class FormulaGuard {
    private static final char GUARD = '\'';
    private static final String BEGINNINGS = "=+-@\t\r\n'\uFF1D\uFF0B\uFF0D\uFF20";

    private FormulaGuard() {}

    /** The text as a cell. */
    public static String cell(String text) {
        return isTakenForMore(text) ? GUARD + text : text;
    }

    /** The text of a cell. */
    public static String text(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == GUARD ? cell.substring(1) : cell;
    }

    private static boolean isTakenForMore(String text) {
        return !text.isEmpty() && BEGINNINGS.indexOf(text.charAt(0)) >= 0;
    }
}
