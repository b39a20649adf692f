package io.tagcompliance.core.check;

/** What of a check is put into the history. */
public enum Keep {
    /** Its figures; the resources too where none of the same scope were kept that day. */
    AS_USUAL,
    /** Its figures and its resources. */
    WITH_RESOURCES
}
