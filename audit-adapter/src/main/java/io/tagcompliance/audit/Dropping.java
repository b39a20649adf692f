package io.tagcompliance.audit;

import io.tagcompliance.core.spi.AuditTrail.Verification;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Drops the oldest records, and leaves a record that says up to which and with which hash, so that the chain can still be
 * followed from there.
 */
final class Dropping {
    /** So that the record which waits for it doesn't wait long; the next one goes on with the rest. */
    private static final int MOST_AT_ONCE = 10_000;

    private final Session session;
    private final Chain chain;

    Dropping(Session session, Chain chain) {
        this.session = session;
        this.chain = chain;
    }

    /** Drops what is older than that day, at the beginning of the trail. Only within a transaction. */
    void before(LocalDate oldest, Instant now) throws SQLException {
        Optional<Long> first = firstOlderThan(oldest);
        if (first.isPresent()) {
            long last = Math.min(lastOlderThan(oldest), first.get() + MOST_AT_ONCE - 1);
            drop(first.get(), last, now);
        }
    }

    /** What doesn't fit the chain stays, and nothing is added behind it: it is what somebody will have to look at. */
    private void drop(long first, long last, Instant now) throws SQLException {
        Optional<Link> start = chain.before(first);
        Link end = new Link(last, hash(last));
        if (start.isEmpty()) {
            throw SqliteFailures.corrupt();
        }
        if (follow(start.get(), end) instanceof Verification.Broken broken) {
            throw SqliteFailures.broken(broken);
        }
        try (PreparedStatement delete = session.prepare("DELETE FROM record WHERE number <= ?")) {
            delete.setLong(1, last);
            delete.executeUpdate();
        }
        chain.append(AuditRecord.dropped(now, end));
    }

    /** The first record, if it is older. Times are compared as texts of days: those of seconds have several lengths. */
    private Optional<Long> firstOlderThan(LocalDate oldest) throws SQLException {
        try (PreparedStatement select = session.prepare("SELECT number, at FROM record ORDER BY number LIMIT 1");
                ResultSet rows = select.executeQuery()) {
            return rows.next() && rows.getString("at").compareTo(oldest.toString()) < 0
                    ? Optional.of(rows.getLong("number"))
                    : Optional.empty();
        }
    }

    /** The record before the first that is not older; a clock that was set back in between keeps what follows. */
    private long lastOlderThan(LocalDate oldest) throws SQLException {
        try (PreparedStatement select = session.prepare("SELECT coalesce("
                + "(SELECT number - 1 FROM record WHERE at >= ? ORDER BY number LIMIT 1),"
                + " (SELECT max(number) FROM record))")) {
            select.setString(1, oldest.toString());
            try (ResultSet rows = select.executeQuery()) {
                return rows.getLong(1);
            }
        }
    }

    private String hash(long number) throws SQLException {
        try (PreparedStatement select = session.prepare("SELECT hash FROM record WHERE number = ?")) {
            select.setLong(1, number);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }

    private Verification follow(Link start, Link end) throws SQLException {
        try (PreparedStatement select = session.prepare("SELECT * FROM record WHERE number <= ? ORDER BY number")) {
            select.setLong(1, end.number());
            try (ResultSet rows = select.executeQuery()) {
                return new ChainReader(rows, start).verify(end);
            }
        }
    }
}
