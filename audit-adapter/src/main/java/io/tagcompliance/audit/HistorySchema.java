package io.tagcompliance.audit;

import java.sql.SQLException;
import java.util.List;

/** The form of the history's file. */
final class HistorySchema {
    static final Schema.Forms FORMS = new Schema.Forms(
            List.of(HistorySchema::tables, HistorySchema::repacked, HistorySchema::completeness), HistorySchema::look);

    private HistorySchema() {}

    private static void tables(Session session) throws SQLException {
        session.execute("CREATE TABLE point (scan TEXT NOT NULL, scope TEXT NOT NULL, policy TEXT NOT NULL,"
                + " taken_at INTEGER NOT NULL, gaps INTEGER NOT NULL, total INTEGER NOT NULL,"
                + " applicable INTEGER NOT NULL, compliant INTEGER NOT NULL, not_evaluated INTEGER NOT NULL,"
                + " violations INTEGER NOT NULL, gap_amount TEXT, gap_currency TEXT,"
                + " PRIMARY KEY (scope, policy, scan)) WITHOUT ROWID");
        session.execute("CREATE INDEX point_by_time ON point (scope, taken_at)");
        session.execute("CREATE TABLE snapshot (scope TEXT NOT NULL, scan TEXT NOT NULL, taken_at INTEGER NOT NULL,"
                + " content BLOB NOT NULL, PRIMARY KEY (scope, scan))");
        session.execute("CREATE INDEX snapshot_by_time ON snapshot (scope, taken_at)");
    }

    /** Resources are packed in another way, which no release came before: those that were packed in the old one go. */
    private static void repacked(Session session) throws SQLException {
        session.execute("DELETE FROM snapshot");
    }

    /** Of what was kept before nobody knows whether everything was read, so it counts as partial. */
    private static void completeness(Session session) throws SQLException {
        session.execute("ALTER TABLE snapshot ADD COLUMN complete INTEGER NOT NULL DEFAULT 0");
    }

    private static void look(Session session) throws SQLException {
        session.execute("SELECT scan, scope, policy, taken_at, gap_currency FROM point LIMIT 0");
        session.execute("SELECT scope, scan, taken_at, content FROM snapshot LIMIT 0");
    }
}
