package io.tagcompliance.audit;

import io.tagcompliance.core.spi.AuditTrail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The audit trail in one SQLite file, which several processes may share. Each record is durable when it was accepted. The
 * file is made with the first record, and opened again after a failure or when it was moved away. A file of an older
 * version of this program is brought to today's form with the first record; one of a newer version is refused.
 *
 * <p>A file that is opened for writing has its newest 10,000 records followed first, which is the whole of most trails, and
 * the newest one before each record that is added: a damaged trail takes no more. {@link #verify} always reads all. To open a file
 * may take longer than writers wait for each other, on a slow disk.
 *
 * <p>What it can't do: notice by itself that its newest records and the note of the newest hash were cut off together, or
 * that somebody who knows how hashes are made wrote the whole trail anew.
 */
public final class SqliteAuditTrail implements AuditTrail {
    /** The name of the file in the data directory. */
    public static final String FILE = "audit.db";

    /** How many records can be followed while somebody waits for the first one to be accepted: a tenth of a second or so. */
    static final long CHECKED_WHEN_OPENED = 10_000;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);

    private final Path file;
    private final InstantSource clock;
    private final Keep keep;
    private final ReentrantLock oneWriter = new ReentrantLock();
    private Open open = Open.NOTHING;

    private SqliteAuditTrail(Path directory, InstantSource clock, Keep keep) {
        this.file = directory.resolve(FILE);
        this.clock = clock;
        this.keep = keep;
    }

    /** The file that is open, and by what the file system knows it. */
    private record Open(Session session, Chain chain, Dropping dropping, Object identity) {
        static final Open NOTHING = of(Session.CLOSED, "");

        static Open of(Session session, Object identity) {
            Chain chain = new Chain(session);
            return new Open(session, chain, new Dropping(session, chain), identity);
        }
    }

    /** The trail in that directory, kept for ever. Nothing is opened yet; the first record needs the directory. */
    public static SqliteAuditTrail in(Path directory, InstantSource clock) {
        return new SqliteAuditTrail(directory, clock, Keep.FOREVER);
    }

    /**
     * The same, but records older than that many whole days are dropped when the next ones are written.
     *
     * @param days at least 1
     */
    public static SqliteAuditTrail keepingDays(int days, Path directory, InstantSource clock) {
        return new SqliteAuditTrail(directory, clock, Keep.days(days));
    }

    @Override
    public void intent(Intent intent) {
        Instant now = clock.instant();
        append(AuditRecord.of(now, intent), now);
    }

    @Override
    public void result(Result result) {
        Instant now = clock.instant();
        append(AuditRecord.of(now, result), now);
    }

    private void append(AuditRecord record, Instant now) {
        Optional<LocalDate> oldest = keep.oldest(now);
        inTurn(deadline -> {
            openForWriting(deadline);
            return open.session().inTransaction(() -> {
                open.chain().requireNewest();
                if (oldest.isPresent()) {
                    open.dropping().before(oldest.get(), now);
                }
                open.chain().append(record);
                return record;
            });
        });
    }

    /** Looks at the file through a session of its own, which changes nothing, even in a file of an older form. */
    @Override
    public Verification verify() {
        return inTurn(deadline -> {
            if (Files.notExists(file)) {
                return new Verification.Absent();
            }
            try (Session session = Session.reading(file, leftUntil(deadline), Schema.TRAIL)) {
                return new Chain(session).verify();
            }
        });
    }

    @Override
    public void close() {
        oneWriter.lock();
        try {
            drop();
        } finally {
            oneWriter.unlock();
        }
    }

    /** Work that has to be over at a time. */
    @FunctionalInterface
    private interface Work<T> {
        T until(long deadline) throws SQLException;
    }

    /** Callers wait in line for the file, each no longer than {@link #LONGEST_WAIT} in all. */
    private <T> T inTurn(Work<T> work) {
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        if (!lockedBefore(deadline)) {
            throw new Unavailable("the audit trail is busy; another program holds it", new IllegalStateException());
        }
        try {
            return work.until(deadline);
        } catch (SQLException failed) {
            drop();
            throw SqliteFailures.explain(failed);
        } finally {
            oneWriter.unlock();
        }
    }

    private boolean lockedBefore(long deadline) {
        try {
            return oneWriter.tryLock(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException leaving) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A file that was moved away or deleted meanwhile would go on taking records that nobody finds again. */
    private void openForWriting(long deadline) throws SQLException {
        if (!open.identity().equals(identity())) {
            drop();
            Session session = Session.writing(file, leftUntil(deadline), Schema.TRAIL);
            open = Open.of(session, identity());
            open.chain().requireIntact(CHECKED_WHEN_OPENED);
        }
        open.session().waitAtMost(leftUntil(deadline));
    }

    private Object identity() {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return key == null ? file : key;
        } catch (IOException notThere) {
            return "not there";
        }
    }

    private static Duration leftUntil(long deadline) {
        return Duration.ofNanos(Math.max(1_000_000, deadline - System.nanoTime()));
    }

    private void drop() {
        open.session().close();
        open = Open.NOTHING;
    }
}
