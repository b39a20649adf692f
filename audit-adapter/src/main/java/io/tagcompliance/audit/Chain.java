package io.tagcompliance.audit;

import io.tagcompliance.core.spi.AuditTrail.Verification;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The records of an open file, each chained to the one before. */
final class Chain {
    private static final String EMPTIED = "is missing, with every other: the trail was emptied";

    private final Session session;

    Chain(Session session) {
        this.session = session;
    }

    /** Adds a record behind the newest one, whichever process wrote that. Only within a transaction. */
    void append(AuditRecord record) throws SQLException {
        Link newest = newest().orElseThrow(SqliteFailures::corrupt);
        long number = newest.number() + 1;
        String hash = record.hash(number, newest.hash());
        insert(number, record, newest.hash(), hash);
        moveHead(number, hash);
    }

    /** The newest record, as it is noted apart, so that a trail whose last record is gone is noticed. */
    private Optional<Link> newest() throws SQLException {
        try (PreparedStatement select = session.prepare("SELECT number, hash FROM head");
                ResultSet rows = select.executeQuery()) {
            return rows.next() ? Optional.of(new Link(rows.getLong(1), rows.getString(2))) : Optional.empty();
        }
    }

    private void insert(long number, AuditRecord record, String previous, String hash) throws SQLException {
        String marks = ", ?".repeat(AuditRecord.COLUMNS.size() + 2);
        try (PreparedStatement insert = session.prepare("INSERT INTO record VALUES (?" + marks + ")")) {
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
        try (PreparedStatement update = session.prepare("UPDATE head SET number = ?, hash = ?")) {
            update.setLong(1, number);
            update.setString(2, hash);
            update.executeUpdate();
        }
    }

    /**
     * Follows the newest records, or the whole chain where it has no more than that.
     *
     * @throws SQLException of a damaged file where one is not as it was written
     */
    void requireIntact(long most) throws SQLException {
        if (session.onOneState(() -> verifyNewest(most)) instanceof Verification.Broken broken) {
            throw SqliteFailures.broken(broken);
        }
    }

    private Verification verifyNewest(long most) throws SQLException {
        Link newest = newest().orElse(Link.BEGINNING);
        long before = newest.number() - most;
        if (before < first().orElse(1L)) {
            return verifyTables();
        }
        Optional<Link> start = link(before);
        return start.isPresent() ? follow(start.get(), newest) : new Verification.Broken(before, ChainReader.MISSING);
    }

    private Verification follow(Link start, Link newest) throws SQLException {
        try (PreparedStatement select = session.prepare("SELECT * FROM record WHERE number > ? ORDER BY number")) {
            select.setLong(1, start.number());
            try (ResultSet rows = select.executeQuery()) {
                return new ChainReader(rows, start).verify(newest);
            }
        }
    }

    private Optional<Link> link(long number) throws SQLException {
        try (PreparedStatement select = session.prepare("SELECT hash FROM record WHERE number = ?")) {
            select.setLong(1, number);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(new Link(number, "" + rows.getString(1))) : Optional.empty();
            }
        }
    }

    /**
     * The same of the newest record alone, which costs no more in a long trail than in a short one.
     *
     * @throws SQLException of a damaged file where it is not as it was written
     */
    void requireNewest() throws SQLException {
        Link newest = newest().orElseThrow(SqliteFailures::corrupt);
        try (PreparedStatement select = session.prepare("SELECT * FROM record WHERE number >= ? ORDER BY number")) {
            select.setLong(1, newest.number());
            try (ResultSet rows = select.executeQuery()) {
                if (ChainReader.newest(rows, newest) instanceof Verification.Broken broken) {
                    throw SqliteFailures.broken(broken);
                }
            }
        }
    }

    /** Follows the chain from its first record that is kept to the newest one. */
    Verification verify() throws SQLException {
        return session.onOneState(() -> new Schema(session, Schema.TRAIL).form() == Schema.NONE
                ? new Verification.Broken(1, EMPTIED)
                : verifyTables());
    }

    private Verification verifyTables() throws SQLException {
        Optional<Link> newest = newest();
        Optional<Long> first = first();
        if (first.isEmpty() && newest.isEmpty()) {
            return new Verification.Broken(1, EMPTIED);
        }
        if (first.isEmpty() && newest.get().equals(Link.BEGINNING)) {
            return new Verification.Absent();
        }
        Optional<Link> start = before(first.orElse(1L));
        if (start.isEmpty()) {
            return new Verification.Broken(droppedBefore(first.orElse(1L)) + 1, ChainReader.MISSING);
        }
        return follow(start.get(), newest.orElse(Link.BEGINNING));
    }

    /** The number of the oldest record that is kept. */
    Optional<Long> first() throws SQLException {
        try (PreparedStatement select = session.prepare("SELECT number FROM record ORDER BY number LIMIT 1");
                ResultSet rows = select.executeQuery()) {
            return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
        }
    }

    /**
     * The link before a record: that of a later record which says that all up to there were dropped. Empty where none says
     * so, since then somebody else took them away.
     */
    Optional<Link> before(long number) throws SQLException {
        if (number == 1) {
            return Optional.of(Link.BEGINNING);
        }
        try (PreparedStatement select =
                session.prepare("SELECT arguments_digest FROM record WHERE kind = 'dropped' AND arguments = ?")) {
            select.setString(1, Long.toString(number - 1));
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(new Link(number - 1, rows.getString(1))) : Optional.empty();
            }
        }
    }

    /** Up to which record before this one the trail says that it was dropped; 0 = none. */
    private long droppedBefore(long number) throws SQLException {
        try (PreparedStatement select = session.prepare("SELECT max(CAST(arguments AS INTEGER)) FROM record"
                + " WHERE kind = 'dropped' AND CAST(arguments AS INTEGER) < ?")) {
            select.setLong(1, number);
            try (ResultSet rows = select.executeQuery()) {
                return rows.getLong(1);
            }
        }
    }
}
