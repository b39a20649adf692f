package io.tagcompliance.billing;

import java.util.List;

/**
 * Rows of an export that have the same columns.
 *
 * @param from    what stands after FROM to read them
 * @param columns what they have
 */
record Source(String from, List<Column> columns) {
    Source {
        columns = List.copyOf(columns);
    }
}
