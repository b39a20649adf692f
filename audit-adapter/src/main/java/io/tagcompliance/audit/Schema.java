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

    /** The audit trail. */
    static final Forms TRAIL = new Forms(List.of(Schema::tables, Schema::dropping), Schema::lookAtTables);

    private final Session session;
    private final Forms forms;

    Schema(Session session, Forms forms) {
        this.session = session;
        this.forms = forms;
    }

    /**
     * The forms that a kind of file had, up to today's.
     *
     * @param steps each brings a file from the form of its place in the list to the next; a new form is one more
     * @param look  looks at every table of it; fails where one isn't there
     */
    record Forms(List<Step> steps, Step look) {
        int newest() {
            return steps.size();
        }
    }

    /** A step from one form to the next. */
    @FunctionalInterface
    interface Step {
        void take(Session session) throws SQLException;
    }

    /** Refuses a form that a newer program wrote, and a file that is damaged or lacks a table. Changes nothing. */
    void check() throws SQLException {
        int form = form();
        if (form > forms.newest()) {
            throw SqliteFailures.newer();
        }
        requireSound();
        if (form > NONE) {
            requireTables();
        }
    }

    /** Brings the file to the newest form, in one step or not at all. */
    void migrate() throws SQLException {
        if (form() < forms.newest()) {
            session.inTransaction(() -> {
                for (int form = form(); form < forms.newest(); form++) {
                    forms.steps().get(form).take(session);
                }
                session.execute("PRAGMA user_version = " + forms.newest());
                return forms.newest();
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
            forms.look().take(session);
        } catch (SQLException failed) {
            throw SqliteFailures.code(failed) == SQLiteErrorCode.SQLITE_ERROR ? SqliteFailures.corrupt() : failed;
        }
    }

    private static void lookAtTables(Session session) throws SQLException {
        session.execute(
                "SELECT number, " + String.join(", ", AuditRecord.COLUMNS) + ", previous, hash FROM record LIMIT 0");
        session.execute("SELECT only, number, hash FROM head LIMIT 0");
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
