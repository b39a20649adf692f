package io.tagcompliance.core.evaluation;

/** The values of tags as numbers, row by row: equal values have one number, save negative ones, which are too many. */
interface NumberedValues {
    /** The number of the value that a row has at a position of its keys. */
    int valueOf(int row, int position);

    /** The text of a number. */
    String text(int value);
}
