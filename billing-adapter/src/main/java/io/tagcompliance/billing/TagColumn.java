package io.tagcompliance.billing;

/**
 * A column that holds tags.
 *
 * @param key    the key whose values it holds; empty = it holds keys and values, as JSON
 * @param column where they are
 */
record TagColumn(String key, Column column) {
    boolean isOneKey() {
        return !key.isEmpty();
    }
}
