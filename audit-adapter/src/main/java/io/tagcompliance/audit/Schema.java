package io.tagcompliance.audit;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.sqlite.SQLiteErrorCode;

/** The form of the file, by its number. */
final class Schema {
    /** Nothing was ever written. */
    static final int NONE = 0;

    /** Each brings a file from the form of its place in the list to the next; a new form is one more. */
    private static final List<Step> STEPS = List.of(Schema::tables, Schema::dropping);

    private static final int NEWEST = STEPS.size();

    private final Session session;

    Schema(Session session) {
        this.session = session;
    }

    /** A step from one form to the next. */
    @FunctionalInterface
    private interface Step {
        void take(Session session) throws SQLException;
    }

    /** Refuses a form that a newer program wrote, and a file that is damaged or lacks a table. Changes nothing. */
    void check() throws SQLException {
        int form = form();
        if (form > NEWEST) {
            throw SqliteFailures.newer();
        }
        requireSound();
        if (form > NONE) {
            requireTables();
        }
    }

    /** Brings the file to the newest form, in one step or not at all. */
    void migrate() throws SQLException {
        if (form() < NEWEST) {
            session.inTransaction(() -> {
                for (int form = form(); form < NEWEST; form++) {
                    STEPS.get(form).take(session);
                }
                session.execute("PRAGMA user_version = " + NEWEST);
                return NEWEST;
            });
        }
    }

    int form() throws SQLException {
        try (PreparedStatement select = session.prepare("PRAGMA user_version");
                ResultSet rows = select.executeQuery()) {
            return rows.getInt(1);
        }
    }

    private void requireSound() throws SQLException {
        try (PreparedStatement select = session.prepare("PRAGMA quick_check(1)");
                ResultSet rows = select.executeQuery()) {
            if (!rows.next() || !rows.getString(1).equals("ok")) {
                throw SqliteFailures.corrupt();
            }
        }
    }

    private void requireTables() throws SQLException {
        try {
            session.execute("SELECT number, " + String.join(", ", AuditRecord.COLUMNS)
                    + ", previous, hash FROM record LIMIT 0");
            session.execute("SELECT only, number, hash FROM head LIMIT 0");
        } catch (SQLException failed) {
            throw SqliteFailures.code(failed) == SQLiteErrorCode.SQLITE_ERROR ? SqliteFailures.corrupt() : failed;
        }
    }

    private static void tables(Session session) throws SQLException {
        session.execute("CREATE TABLE record (number INTEGER PRIMARY KEY, "
                + String.join(" TEXT NOT NULL, ", AuditRecord.COLUMNS)
                + " TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL)");
        session.execute(
                "CREATE TABLE head (only INTEGER PRIMARY KEY CHECK (only = 1), number INTEGER NOT NULL, hash TEXT NOT NULL)");
        session.execute("INSERT INTO head VALUES (1, 0, '')");
    }

    /** From here on old records may be dropped; a program of the form before would take that for damage. */
    private static void dropping(Session session) throws SQLException {
        session.execute("CREATE INDEX dropped ON record (arguments) WHERE kind = 'dropped'");
    }
}
