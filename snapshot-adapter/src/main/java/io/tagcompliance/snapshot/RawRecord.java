package io.tagcompliance.snapshot;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The cells of one record, before anything is made of them.
 *
 * @param line  where it begins
 * @param cells what is filled in, without the tags
 * @param tags  every byte, in the order of the file
 */
record RawRecord(long line, Map<Column, String> cells, Map<String, String> tags) {
    /** What says that there is nothing has at most so many characters. */
    static final int LONGEST_NOTHING = "NULL".length();

    RawRecord {
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
    }

    /** The text of a cell without the space around it; empty where nothing is filled in. */
    String cell(Column column) {
        return stripped(cells.getOrDefault(column, ""));
    }

    /** A text without the space around it; empty where it says that there is nothing. */
    static String stripped(String text) {
        String stripped = text.strip();
        return isNothing(stripped) ? "" : stripped;
    }

    boolean has(Column column) {
        return !cell(column).isEmpty();
    }

    /** Whether this is one of the ways in which exports write that there is nothing. */
    static boolean isNothing(String text) {
        return text.isEmpty() || text.equals("NULL") || text.equals("null");
    }
}
