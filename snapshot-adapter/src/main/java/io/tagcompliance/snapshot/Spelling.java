package io.tagcompliance.snapshot;

/** How far two spellings are from each other. */
final class Spelling {
    private static final int FAR = 64;

    private Spelling() {}

    /** The fewest letters to put in, take out or replace; long texts are simply far. */
    static int distance(String one, String other) {
        if (one.length() > FAR || other.length() > FAR) {
            return FAR;
        }
        int[] row = new int[other.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int line = 1; line <= one.length(); line++) {
            advance(row, line, one.charAt(line - 1), other);
        }
        return row[other.length()];
    }

    private static void advance(int[] row, int line, char letter, String other) {
        int diagonal = row[0];
        row[0] = line;
        for (int column = 1; column < row.length; column++) {
            int replaced = diagonal + (other.charAt(column - 1) == letter ? 0 : 1);
            diagonal = row[column];
            row[column] = Math.min(replaced, Math.min(row[column], row[column - 1]) + 1);
        }
    }
}
