package io.tagcompliance.audit;

import io.tagcompliance.core.spi.AuditTrail.Verification;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Follows the chain of hashes from the record after a link to the newest, up to the first that doesn't fit. */
final class ChainReader {
    static final String MISSING = "is missing: the next record has another number";

    private static final String CHANGED = "was changed after it was written";
    private static final String CUT_OFF = "is missing at the end of the trail";
    private static final String NOT_THE_NEWEST = "is not the newest record that was written: inserted or rewritten";

    private final ResultSet rows;
    private final Link start;

    ChainReader(ResultSet rows, Link start) {
        this.rows = rows;
        this.start = start;
    }

    /** Whether the rows are that newest record and no other, whatever is before it. */
    static Verification newest(ResultSet rows, Link newest) throws SQLException {
        if (newest.equals(Link.BEGINNING)) {
            return rows.next()
                    ? new Verification.Broken(rows.getLong("number"), NOT_THE_NEWEST)
                    : new Verification.Absent();
        }
        if (!rows.next() || rows.getLong("number") != newest.number()) {
            return new Verification.Broken(newest.number(), CUT_OFF);
        }
        if (!record(rows).hash(newest.number(), "" + rows.getString("previous")).equals(newest.hash())) {
            return new Verification.Broken(newest.number(), CHANGED);
        }
        return rows.next()
                ? new Verification.Broken(rows.getLong("number"), NOT_THE_NEWEST)
                : new Verification.Intact(1, newest.number() - 1);
    }

    Verification verify(Link newest) throws SQLException {
        long number = start.number();
        String hash = start.hash();
        while (rows.next()) {
            number++;
            if (rows.getLong("number") != number) {
                return new Verification.Broken(number, MISSING);
            }
            if (!hash.equals(rows.getString("previous"))) {
                return new Verification.Broken(
                        number, "does not follow the record before it: moved, inserted or rewritten");
            }
            hash = record(rows).hash(number, hash);
            if (!hash.equals(rows.getString("hash"))) {
                return new Verification.Broken(number, CHANGED);
            }
        }
        return end(new Link(number, hash), newest);
    }

    private Verification end(Link last, Link newest) {
        if (last.number() < newest.number()) {
            return new Verification.Broken(last.number() + 1, CUT_OFF);
        }
        if (!last.equals(newest)) {
            return new Verification.Broken(last.number(), NOT_THE_NEWEST);
        }
        return new Verification.Intact(last.number() - start.number(), start.number());
    }

    private static AuditRecord record(ResultSet rows) throws SQLException {
        List<String> fields = new ArrayList<>();
        for (String column : AuditRecord.COLUMNS) {
            String field = rows.getString(column);
            fields.add(field == null ? "" : field);
        }
        return new AuditRecord(fields);
    }
}
