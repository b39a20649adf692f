package io.tagcompliance.audit;

import io.tagcompliance.core.spi.AuditTrail.Verification;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;

/** The open file. Confined to whoever holds the trail's lock. */
final class Session implements AutoCloseable {
    /** No file is open. */
    static final Session CLOSED = new Session(Optional.empty());

    private static final int FORMAT = 1;

    private final Optional<Connection> connection;

    private Session(Optional<Connection> connection) {
        this.connection = connection;
    }

    /** Opens the file, and makes it where there is none. A damaged file is noticed here, before anything is added. */
    static Session open(Path file, Duration longestWait) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout((int) longestWait.toMillis());
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        try {
            Session session = new Session(Optional.of(connection));
            session.check();
            session.migrate();
            return session;
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    void waitAtMost(Duration longest) throws SQLException {
        execute("PRAGMA busy_timeout = " + longest.toMillis());
    }

    private void check() throws SQLException {
        try (Statement statement = connection().createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA quick_check(1)")) {
            if (!rows.next() || !rows.getString(1).equals("ok")) {
                throw SqliteFailures.corrupt();
            }
        }
    }

    private void migrate() throws SQLException {
        int format = format();
        if (format > FORMAT) {
            throw SqliteFailures.newer();
        }
        if (format < FORMAT) {
            inTransaction(() -> {
                if (format() < FORMAT) {
                    create();
                }
                return true;
            });
        }
    }

    private int format() throws SQLException {
        try (Statement statement = connection().createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA user_version")) {
            return rows.getInt(1);
        }
    }

    private void create() throws SQLException {
        execute("CREATE TABLE record (number INTEGER PRIMARY KEY, "
                + String.join(" TEXT NOT NULL, ", AuditRecord.COLUMNS)
                + " TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL)");
        execute(
                "CREATE TABLE head (only INTEGER PRIMARY KEY CHECK (only = 1), number INTEGER NOT NULL, hash TEXT NOT NULL)");
        execute("INSERT INTO head VALUES (1, 0, '')");
        execute("PRAGMA user_version = " + FORMAT);
    }

    /** Adds a record behind the newest one, whichever process wrote that. */
    void append(AuditRecord record) throws SQLException {
        inTransaction(() -> {
            Head head = head().orElseThrow(SqliteFailures::corrupt);
            long number = head.number() + 1;
            String hash = record.hash(number, head.hash());
            insert(number, record, head.hash(), hash);
            moveHead(number, hash);
            return true;
        });
    }

    /** The newest record: its number and its hash. Kept apart, so that a trail whose last record is gone is noticed. */
    private record Head(long number, String hash) {}

    private Optional<Head> head() throws SQLException {
        try (Statement statement = connection().createStatement();
                ResultSet rows = statement.executeQuery("SELECT number, hash FROM head")) {
            return rows.next() ? Optional.of(new Head(rows.getLong(1), rows.getString(2))) : Optional.empty();
        }
    }

    private void insert(long number, AuditRecord record, String previous, String hash) throws SQLException {
        String marks = ", ?".repeat(AuditRecord.COLUMNS.size() + 2);
        try (PreparedStatement insert = connection().prepareStatement("INSERT INTO record VALUES (?" + marks + ")")) {
            insert.setLong(1, number);
            int column = 2;
            for (String field : record.fields()) {
                insert.setString(column++, field);
            }
            insert.setString(column++, previous);
            insert.setString(column, hash);
            insert.executeUpdate();
        }
    }

    private void moveHead(long number, String hash) throws SQLException {
        try (PreparedStatement update = connection().prepareStatement("UPDATE head SET number = ?, hash = ?")) {
            update.setLong(1, number);
            update.setString(2, hash);
            update.executeUpdate();
        }
    }

    /** Reads one state of the trail, while others may go on writing. */
    Verification verify() throws SQLException {
        execute("BEGIN DEFERRED");
        try {
            Optional<Head> newest = head();
            Verification found = follow(newest.orElse(new Head(0, "")));
            return newest.isEmpty() && found instanceof Verification.Intact
                    ? new Verification.Broken(1, "is missing, with every other: the trail was emptied")
                    : found;
        } finally {
            execute("COMMIT");
        }
    }

    private Verification follow(Head head) throws SQLException {
        try (Statement statement = connection().createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM record ORDER BY number")) {
            return new ChainReader(rows).verify(head.number(), head.hash());
        }
    }

    /** Work inside a transaction. */
    @FunctionalInterface
    private interface Work<T> {
        T run() throws SQLException;
    }

    private <T> T inTransaction(Work<T> work) throws SQLException {
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

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection().createStatement()) {
            statement.execute(sql);
        }
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
