package io.tagcompliance.audit;

import io.tagcompliance.core.spi.AuditTrail.Verification;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Follows the chain of hashes from the record after a link to the newest, up to the first that doesn't fit. */
final class ChainReader {
    static final String MISSING = "is missing: the next record has another number";

    private final ResultSet rows;
    private final Link start;

    ChainReader(ResultSet rows, Link start) {
        this.rows = rows;
        this.start = start;
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
            hash = record().hash(number, hash);
            if (!hash.equals(rows.getString("hash"))) {
                return new Verification.Broken(number, "was changed after it was written");
            }
        }
        return end(new Link(number, hash), newest);
    }

    private Verification end(Link last, Link newest) {
        if (last.number() < newest.number()) {
            return new Verification.Broken(last.number() + 1, "is missing at the end of the trail");
        }
        if (!last.equals(newest)) {
            return new Verification.Broken(
                    last.number(), "is not the newest record that was written: inserted or rewritten");
        }
        return new Verification.Intact(last.number() - start.number(), start.number());
    }

    private AuditRecord record() throws SQLException {
        List<String> fields = new ArrayList<>();
        for (String column : AuditRecord.COLUMNS) {
            String field = rows.getString(column);
            fields.add(field == null ? "" : field);
        }
        return new AuditRecord(fields);
    }
}
