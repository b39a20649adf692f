package io.tagcompliance.billing;

import java.util.List;
import java.util.function.Consumer;

/** Where the SQL of bills runs. */
interface SqlEngine extends AutoCloseable {
    /**
     * The columns of a source.
     *
     * @param source what stands after FROM
     * @throws UnreadableException where it can't be read
     */
    List<Column> columns(String source) throws InterruptedException;

    /**
     * Runs a query.
     *
     * @param sink takes the cells of each row as texts, empty where they are null
     * @throws UnreadableException where it can't be run to its end
     */
    void query(String sql, Consumer<String[]> sink) throws InterruptedException;

    /** A column of maps or records, as a text of JSON. */
    String json(String column);

    @Override
    void close();
}
