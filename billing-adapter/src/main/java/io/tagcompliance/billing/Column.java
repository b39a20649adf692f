package io.tagcompliance.billing;

import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A column of an export.
 *
 * @param name   as the engine calls it
 * @param type   as the engine read it, in upper case
 * @param header as the file has it: engines take names that differ in case alone for one, and call the second otherwise
 */
record Column(String name, String type, String header) {
    /** Twenty digits after the point: more than any provider bills. */
    private static final String EXACT = "DECIMAL(38,20)";

    Column {
        type = type.toUpperCase(Locale.ROOT);
    }

    /** One that the engine calls as the file does. */
    Column(String name, String type) {
        this(name, type, name);
    }

    /** The column as SQL names it. */
    String quoted() {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Whether its values are texts, which may say {@code NULL} or nothing. */
    boolean isText() {
        return type.startsWith("VARCHAR");
    }

    /** Whether its values are maps, records of several, or lists of these. */
    boolean isNested() {
        return Stream.of("MAP", "STRUCT", "ROW", "ARRAY").anyMatch(type::startsWith);
    }

    /** Its values as text. */
    String asText() {
        return isText() ? quoted() : "CAST(" + quoted() + " AS VARCHAR)";
    }

    /**
     * Its values as exact numbers; null where a text is no number. A double is taken as what its shortest writing says. Most
     * have so few digits that rounding gives the same, at a fourth of the price; where it doesn't, they are written and read.
     */
    String asDecimal(Digits digits) {
        if (isText()) {
            return "TRY_CAST(" + asTextOrNull() + " AS " + EXACT + ")";
        }
        String written = "CAST(" + asText() + " AS " + EXACT + ")";
        if (!isDouble()) {
            return written;
        }
        String rounded = "CAST(" + quoted() + " AS DECIMAL(18,10))";
        return switch (digits) {
            case FEW -> rounded;
            case ANY -> "CASE WHEN " + hasFewDigits() + " THEN TRY_" + rounded + " ELSE " + written + " END";
        };
    }

    boolean isDouble() {
        return type.equals("DOUBLE");
    }

    /** Of doubles, whether a row has one of more digits than {@link Digits#FEW}; null where it has none. */
    String hasManyDigits() {
        return "NOT (" + hasFewDigits() + ")";
    }

    /** Its values as text, or null where the text is blank or says {@code NULL}: for columns of which another may take the place. */
    String asTextOrNull() {
        return "NULLIF(NULLIF(TRIM(" + asText() + "), ''), 'NULL')";
    }

    /** Whether its values are days, or times of which nobody says otherwise than that they are in UTC. */
    boolean isDated() {
        return type.equals("DATE") || (type.startsWith("TIMESTAMP") && !type.contains("ZONE"));
    }

    /**
     * The UTC days of its times, to be compared with those of {@link #literal}. Dates stay dates, which cost far less than
     * their texts. Else they are texts as ISO 8601 writes them, by which days are ordered too; null for one with an offset that
     * can't be read, since the day that it names may be another. Only texts with an offset are
     * read as times, which costs eight times what it costs to cut a day off.
     */
    String asDay() {
        if (isDated()) {
            return "CAST(" + quoted() + " AS DATE)";
        }
        String named = "SUBSTR(" + asText() + ", 1, 10)";
        return isText()
                ? "CASE WHEN " + hasOffset() + " THEN SUBSTR(" + inUtc() + ", 1, 10) ELSE " + named + " END"
                : named;
    }

    /**
     * Whether a day as {@link #asDay} has it is none. Engines take more for dates than days are ordered by as texts: {@code
     * 2026-10-5} or {@code 2026/10/05}.
     */
    String isNoDay(String day) {
        return isDated()
                ? day + " IS NULL"
                : "(TRY_CAST(%1$s AS DATE) IS NULL OR CAST(TRY_CAST(%1$s AS DATE) AS VARCHAR) <> %1$s)".formatted(day);
    }

    /** A day as {@link #asDay} has it. */
    String literal(LocalDate day) {
        return (isDated() ? "DATE '" : "'") + day + "'";
    }

    /**
     * Doubles below this, with ten digits after the point, have fifteen digits in all, which no double confuses. Engines may look
     * at both sides for any row, and larger ones have no such number.
     */
    private String hasFewDigits() {
        return "ABS(%1$s) < 1e5 AND CAST(TRY_CAST(%1$s AS DECIMAL(18,10)) AS DOUBLE) = %1$s".formatted(quoted());
    }

    /** A sign stands in no time of day. */
    private String hasOffset() {
        return "LENGTH(%1$s) > 16 AND %1$s NOT LIKE '%%Z' AND (STRPOS(SUBSTR(%1$s, 17), '+') > 0 OR STRPOS(SUBSTR(%1$s, 17), '-') > 0)"
                .formatted(quoted());
    }

    /** Athena reads a zone only behind a time that a space parts from its day. */
    private String inUtc() {
        return "CAST(TRY_CAST(REPLACE(REPLACE(REPLACE(%s, 'T', ' '), ' +', '+'), ' -', '-') AS TIMESTAMP WITH TIME ZONE) AT TIME ZONE 'UTC' AS VARCHAR)"
                .formatted(quoted());
    }
}
