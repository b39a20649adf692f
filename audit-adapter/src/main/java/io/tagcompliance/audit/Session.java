package io.tagcompliance.audit;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteOpenMode;

/** The open file. Confined to whoever holds the trail's lock. */
final class Session implements AutoCloseable {
    /** No file is open. */
    static final Session CLOSED = new Session(Optional.empty());

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);

    private final Optional<Connection> connection;

    private Session(Optional<Connection> connection) {
        this.connection = connection;
    }

    /**
     * Opens the file for writing: makes it where there is none, and brings an older one to today's form. Damage and a newer
     * form are noticed before a byte is changed.
     */
    static Session writing(Path file, Duration longestWait, Schema.Forms forms) throws SQLException {
        return opened(file, config(longestWait), session -> {
            Schema schema = new Schema(session, forms);
            schema.check();
            session.useWriteAheadLog(longestWait);
            schema.migrate();
            return session;
        });
    }

    /** Opens the file as it is, to be looked at: it is neither made nor brought to another form. */
    static Session reading(Path file, Duration longestWait, Schema.Forms forms) throws SQLException {
        SQLiteConfig config = config(longestWait);
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        return opened(file, config, session -> {
            new Schema(session, forms).check();
            return session;
        });
    }

    private static SQLiteConfig config(Duration longestWait) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout((int) longestWait.toMillis());
        config.setSynchronous(SynchronousMode.FULL);
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        // What is dropped is gone: its bytes don't stay behind in free pages.
        config.setPragma(Pragma.SECURE_DELETE, "on");
        return config;
    }

    /** What is done with a file that was just opened. */
    @FunctionalInterface
    private interface Beginning {
        Session with(Session session) throws SQLException;
    }

    private static Session opened(Path file, SQLiteConfig config, Beginning beginning) throws SQLException {
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        try {
            return beginning.with(new Session(Optional.of(connection)));
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    /** SQLite doesn't wait by itself where several make a new file at once. */
    private void useWriteAheadLog(Duration longestWait) throws SQLException {
        long deadline = System.nanoTime() + longestWait.toNanos();
        while (true) {
            try {
                execute("PRAGMA journal_mode = WAL");
                return;
            } catch (SQLException busy) {
                if (!isBusy(busy) || System.nanoTime() > deadline || !pause()) {
                    throw busy;
                }
            }
        }
    }

    private static boolean isBusy(SQLException failed) {
        return SqliteFailures.code(failed) == SQLiteErrorCode.SQLITE_BUSY;
    }

    private static boolean pause() {
        try {
            Thread.sleep(BETWEEN_TRIES);
            return true;
        } catch (InterruptedException leaving) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void waitAtMost(Duration longest) throws SQLException {
        execute("PRAGMA busy_timeout = " + longest.toMillis());
    }

    /** Work with the file. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }

    /** All of the work, or none of it. */
    <T> T inTransaction(Work<T> work) throws SQLException {
        connection().setAutoCommit(false);
        try {
            T result = work.run();
            connection().commit();
            connection().setAutoCommit(true);
            return result;
        } catch (SQLException failed) {
            rollBackAfter(failed);
            throw failed;
        }
    }

    /** SQLite has often rolled back by itself, and then complains; what it said first is what matters. */
    private void rollBackAfter(SQLException failed) {
        try {
            connection().rollback();
            connection().setAutoCommit(true);
        } catch (SQLException nothingToRollBack) {
            failed.addSuppressed(nothingToRollBack);
        }
    }

    /** Reads one state of the file, while others may go on writing. */
    <T> T onOneState(Work<T> work) throws SQLException {
        execute("BEGIN DEFERRED");
        try {
            return work.run();
        } finally {
            execute("COMMIT");
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection().createStatement()) {
            statement.execute(sql);
        }
    }

    PreparedStatement prepare(String sql) throws SQLException {
        return connection().prepareStatement(sql);
    }

    private Connection connection() {
        return connection.orElseThrow();
    }

    /** A file that can't be closed any more is let go of: what it accepted is durable already. */
    @Override
    public void close() {
        connection.ifPresent(open -> {
            try {
                open.close();
            } catch (SQLException gone) {
                // Nothing of it is needed any more.
            }
        });
    }
}
