package io.tagcompliance.audit;

import io.tagcompliance.core.spi.AuditTrail.Verification;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Follows the chain of hashes from the first record to the newest, up to the first that doesn't fit. */
final class ChainReader {
    private final ResultSet rows;

    ChainReader(ResultSet rows) {
        this.rows = rows;
    }

    Verification verify(long newest, String newestHash) throws SQLException {
        long number = 0;
        String hash = "";
        while (rows.next()) {
            number++;
            if (rows.getLong("number") != number) {
                return new Verification.Broken(number, "is missing: the next record has another number");
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
        return end(number, hash, newest, newestHash);
    }

    private static Verification end(long number, String hash, long newest, String newestHash) {
        if (number < newest) {
            return new Verification.Broken(number + 1, "is missing at the end of the trail");
        }
        if (number > newest || !hash.equals(newestHash)) {
            return new Verification.Broken(number, "is not the newest record that was written: inserted or rewritten");
        }
        return new Verification.Intact(number);
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
