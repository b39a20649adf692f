package io.tagcompliance.audit;

import io.tagcompliance.core.spi.AuditTrail.AuditException;
import io.tagcompliance.core.spi.AuditTrail.Corrupt;
import io.tagcompliance.core.spi.AuditTrail.Unavailable;
import io.tagcompliance.core.spi.AuditTrail.Verification.Broken;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** Turns what SQLite says into what a person can act on. */
final class SqliteFailures {
    /** A format that was written by a newer version of this program; no code of SQLite's own is that high. */
    private static final int NEWER_FORMAT = 10_001;

    /** The state of a failure whose message is of this program, and not of SQLite. */
    private static final String CHAIN = "chain";

    private SqliteFailures() {}

    static SQLException corrupt() {
        return new SQLException("damaged", "", SQLiteErrorCode.SQLITE_CORRUPT.code);
    }

    /** A record that is not as it was written. */
    static SQLException broken(Broken broken) {
        String what = "record " + broken.record() + " " + broken.what();
        return new SQLException(what, CHAIN, SQLiteErrorCode.SQLITE_CORRUPT.code);
    }

    static SQLException newer() {
        return new SQLException("newer format", "", NEWER_FORMAT);
    }

    /** The kind of failure, without what SQLite adds to it. */
    static SQLiteErrorCode code(SQLException failed) {
        return SQLiteErrorCode.getErrorCode(failed.getErrorCode() & 0xFF);
    }

    static AuditException explain(SQLException failed) {
        if (failed.getErrorCode() == NEWER_FORMAT) {
            return new Corrupt(
                    "the audit trail (" + SqliteAuditTrail.FILE
                            + ") was written by a newer version of this program; run that one",
                    failed);
        }
        return switch (code(failed)) {
            // What is asked of the file never changes, so an answer like "no such table" is damage too.
            case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_ERROR, SQLITE_CONSTRAINT, SQLITE_MISMATCH ->
                new Corrupt(
                        "the audit trail (" + SqliteAuditTrail.FILE + ") is damaged"
                                + (CHAIN.equals(failed.getSQLState()) ? " (" + failed.getMessage() + ")" : "")
                                + "; move the file away, keep it for inspection, and start again",
                        failed);
            case SQLITE_BUSY, SQLITE_LOCKED ->
                new Unavailable("the audit trail is busy; another program holds it", failed);
            case SQLITE_FULL -> new Unavailable("the disk of the data directory is full; make room", failed);
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM ->
                new Unavailable("the audit trail can't be written; check the rights on the data directory", failed);
            default -> new Unavailable("the audit trail can't be used; run 'tag-compliance doctor'", failed);
        };
    }
}
