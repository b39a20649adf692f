package io.tagcompliance.core.scan;

/** Whether a scan that was made a while ago will do. */
public enum Freshness {
    REMEMBERED_WILL_DO,
    READ_NOW
}
