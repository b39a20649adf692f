package io.tagcompliance.policy;

/** Whether the case of a value matters to a rule, and which spelling the rule advises. */
public enum ValueCase {
    /** Only the case that the rule has passes. */
    EXACT,
    /** Any case passes. */
    ANY,
    /** Any case passes, lower case is advised. */
    LOWERCASE_ADVISED,
    /** Any case passes, upper case is advised. */
    UPPERCASE_ADVISED
}
