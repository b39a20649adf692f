package io.tagcompliance.server.table;

import java.io.IOException;
import java.util.List;

/** Takes the rows of a table one by one, and keeps none of them. */
public interface TableWriter extends AutoCloseable {
    /** Takes a row: a cell for each column. */
    void row(List<Cell> cells) throws IOException;

    /** Writes the end of the table, and leaves the stream open. */
    @Override
    void close() throws IOException;
}
