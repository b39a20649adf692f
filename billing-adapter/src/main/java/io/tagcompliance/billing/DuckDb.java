package io.tagcompliance.billing;

import io.tagcompliance.core.resource.ReadFailure;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An engine in this process, which reads files and keeps nothing. Confined to one thread at a time. */
final class DuckDb implements SqlEngine {
    private static final Pattern LINE = Pattern.compile("(?i)CSV Error on Line: (\\d+)");
    private static final List<String> SETTINGS = List.of(
            "SET autoinstall_known_extensions = false",
            "SET autoload_known_extensions = false",
            "SET memory_limit = '1GB'",
            "SET TimeZone = 'UTC'");

    private final Connection connection;
    private final Optional<SpillDirectory> spill;

    private DuckDb(Connection connection, Optional<SpillDirectory> spill) {
        this.connection = connection;
        this.spill = spill;
    }

    /** A new one, empty. */
    static DuckDb open() {
        return open(false);
    }

    /** A slower one, empty, whose rows come as they stand in their file. */
    static DuckDb inOrder() {
        return open(true);
    }

    private static DuckDb open(boolean inOrder) {
        try {
            Connection connection = DriverManager.getConnection("jdbc:duckdb:");
            DuckDb engine = new DuckDb(connection, spill());
            try (Statement statement = connection.createStatement()) {
                for (String setting : SETTINGS) {
                    statement.execute(setting);
                }
                statement.execute("SET preserve_insertion_order = " + inOrder);
                statement.execute("SET temp_directory = '" + engine.spillsInto().replace("'", "''") + "'");
                statement.execute("SET lock_configuration = true");
            } catch (SQLException unwilling) {
                engine.close();
                throw unwilling;
            }
            return engine;
        } catch (SQLException missing) {
            throw new UnreadableException(
                    new ReadFailure(
                            ReadFailure.Kind.UNAVAILABLE,
                            "bill",
                            "the engine that reads bills doesn't start on this machine; it needs the library duckdb_jdbc"),
                    missing);
        }
    }

    /** Most bills fit into memory, so that one is read where no directory can be made too. */
    private static Optional<SpillDirectory> spill() {
        try {
            return Optional.of(SpillDirectory.make());
        } catch (IOException full) {
            return Optional.empty();
        }
    }

    /** Nothing = nowhere: what doesn't fit into memory isn't read then. */
    private String spillsInto() {
        return spill.map(directory -> directory.path().toString()).orElse("");
    }

    @Override
    public List<Column> columns(String source) throws InterruptedException {
        List<Column> columns = new ArrayList<>();
        query("DESCRIBE SELECT * FROM " + source, row -> columns.add(new Column(row[0], row[1])));
        return columns;
    }

    @Override
    public String json(String column) {
        return "CAST(TO_JSON(" + column + ") AS VARCHAR)";
    }

    /**
     * The engine doesn't hear interruption by itself, so it works on a thread of its own and is told to stop. A program that ends
     * doesn't wait for it.
     */
    @Override
    public void query(String sql, Consumer<String[]> sink) throws InterruptedException {
        try (Statement statement = connection.createStatement()) {
            FutureTask<@Nullable Void> work = new FutureTask<>(() -> {
                run(statement, sql, sink);
                return null;
            });
            Thread worker = Thread.ofPlatform().daemon().name("bill").start(work);
            await(work, statement, worker);
        } catch (SQLException failed) {
            throw unreadable(failed);
        }
    }

    private static void run(Statement statement, String sql, Consumer<String[]> sink) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            int width = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                String[] cells = new String[width];
                for (int at = 0; at < width; at++) {
                    String cell = rows.getString(at + 1);
                    cells[at] = cell == null ? "" : cell;
                }
                sink.accept(cells);
            }
        }
    }

    private static void await(FutureTask<?> work, Statement statement, Thread worker)
            throws SQLException, InterruptedException {
        try {
            work.get();
        } catch (InterruptedException leaving) {
            try {
                statement.cancel();
            } finally {
                worker.join();
            }
            throw leaving;
        } catch (ExecutionException failed) {
            rethrow(Objects.requireNonNull(failed.getCause()));
        }
    }

    private static void rethrow(Throwable cause) throws SQLException {
        switch (cause) {
            case SQLException failed -> throw failed;
            case RuntimeException bug -> throw bug;
            case Error worse -> throw worse;
            default -> throw new CancellationException(cause.getMessage());
        }
    }

    /** What the engine says names files, so only the number of a line is taken from it. */
    private static UnreadableException unreadable(SQLException failed) {
        String said = String.valueOf(failed.getMessage());
        if (said.contains("Out of Memory") || said.contains("No space left")) {
            return new UnreadableException(
                    new ReadFailure(
                            ReadFailure.Kind.UNAVAILABLE,
                            "bill",
                            "the bill needs more memory, or more room in the temporary directory, than there is; name one"
                                    + " month of it, or read it through Athena"),
                    failed);
        }
        Matcher line = LINE.matcher(said);
        String where = line.find() ? " (about line " + line.group(1) + ")" : "";
        return new UnreadableException(
                new ReadFailure(
                        ReadFailure.Kind.UNAVAILABLE,
                        "bill",
                        "a file of the bill is damaged, or is not the CSV or Parquet that its name says" + where
                                + "; export it again. A row of CSV with fewer cells than there are columns is damage too"),
                failed);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException harmless) {
            // Nothing was kept in it.
        }
        spill.ifPresent(SpillDirectory::close);
    }
}
