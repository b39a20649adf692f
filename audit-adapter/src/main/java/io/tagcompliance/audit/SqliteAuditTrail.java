package io.tagcompliance.audit;

import io.tagcompliance.core.spi.AuditTrail;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The audit trail in one SQLite file, which several processes may share. Each record is durable when it was accepted. The
 * file is opened with the first record, and again after a failure.
 *
 * <p>What it can't do: notice by itself that its newest records and the note of the newest hash were cut off together.
 */
public final class SqliteAuditTrail implements AuditTrail {
    /** The name of the file in the data directory. */
    public static final String FILE = "audit.db";

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);

    private final Path file;
    private final InstantSource clock;
    private final ReentrantLock oneWriter = new ReentrantLock();
    private Session session = Session.CLOSED;

    private SqliteAuditTrail(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /** The trail in that directory, which must exist. Nothing is opened yet. */
    public static SqliteAuditTrail in(Path directory, InstantSource clock) {
        return new SqliteAuditTrail(directory.resolve(FILE), clock);
    }

    @Override
    public void intent(Intent intent) {
        append(AuditRecord.of(clock.instant(), intent));
    }

    @Override
    public void result(Result result) {
        append(AuditRecord.of(clock.instant(), result));
    }

    private void append(AuditRecord record) {
        withSession(session -> {
            session.append(record);
            return true;
        });
    }

    @Override
    public Verification verify() {
        return withSession(Session::verify);
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

    /** Work with the open file. */
    @FunctionalInterface
    private interface Work<T> {
        T on(Session session) throws SQLException;
    }

    /** Callers wait in line for the file, each no longer than {@link #LONGEST_WAIT} in all. */
    private <T> T withSession(Work<T> work) {
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        if (!lockedBefore(deadline)) {
            throw new Unavailable("the audit trail is busy; another program holds it", new IllegalStateException());
        }
        try {
            return work.on(openSession(deadline));
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

    private Session openSession(long deadline) throws SQLException {
        if (session == Session.CLOSED) {
            session = Session.open(file, leftUntil(deadline));
        }
        session.waitAtMost(leftUntil(deadline));
        return session;
    }

    private static Duration leftUntil(long deadline) {
        return Duration.ofNanos(Math.max(1_000_000, deadline - System.nanoTime()));
    }

    private void drop() {
        session.close();
        session = Session.CLOSED;
    }
}
