package io.tagcompliance.billing;

import java.util.Locale;

/** A column of an export: its name as the file has it, and its type as the engine read it, in upper case. */
record Column(String name, String type) {
    Column {
        type = type.toUpperCase(Locale.ROOT);
    }

    /** The column as SQL names it. */
    String quoted() {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Whether its values are texts, which may say {@code NULL} or nothing. */
    boolean isText() {
        return type.startsWith("VARCHAR");
    }

    /** Whether its values are maps or records of several. */
    boolean isNested() {
        return type.startsWith("MAP") || type.startsWith("STRUCT") || type.startsWith("ROW");
    }

    /** Its values as text. */
    String asText() {
        return isText() ? quoted() : "CAST(" + quoted() + " AS VARCHAR)";
    }

    /** Its values as text, or null where the text is blank or says {@code NULL}: for columns of which another may take the place. */
    String asTextOrNull() {
        return "NULLIF(NULLIF(TRIM(" + asText() + "), ''), 'NULL')";
    }
}
