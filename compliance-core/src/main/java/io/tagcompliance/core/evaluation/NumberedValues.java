package io.tagcompliance.core.evaluation;

/** The values of tags as numbers, row by row, one behind the other: equal values have one number. */
interface NumberedValues {
    /** The number of the value at an index. */
    int at(int index);

    /** The text of a number. */
    String text(int value);

    /** Whether a number stands for a place and not for a value, of which there were too many: equal ones may differ. */
    boolean isPlace(int value);
}
