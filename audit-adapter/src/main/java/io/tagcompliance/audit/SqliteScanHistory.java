package io.tagcompliance.audit;

import io.tagcompliance.core.cost.Money;
import io.tagcompliance.core.history.KeptScan;
import io.tagcompliance.core.history.KeptScan.Reading;
import io.tagcompliance.core.history.Line;
import io.tagcompliance.core.history.ScanPoint;
import io.tagcompliance.core.history.ScanPoint.AttributionGap;
import io.tagcompliance.core.history.ScanPoint.PointCounts;
import io.tagcompliance.core.history.Snapshot;
import io.tagcompliance.core.resource.ScanId;
import io.tagcompliance.core.spi.ScanHistory;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The history of scans in one SQLite file, which several processes may share. The file is made with the first scan that is
 * kept. Figures are kept for 400 days, resources for 100.
 *
 * <p>What it can't do: keep more resources of a scan than its store can hold in one value, about a gigabyte packed.
 */
public final class SqliteScanHistory implements ScanHistory {
    /** The name of the file in the data directory. */
    public static final String FILE = "history.db";

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);
    private static final Duration POINTS_KEPT = Duration.ofDays(400);
    private static final Duration SNAPSHOTS_KEPT = Duration.ofDays(100);

    private final Path file;
    private final InstantSource clock;
    private final Unpacking unpacking;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private Session session = Session.CLOSED;
    private State state = State.NOT_OPEN;

    private SqliteScanHistory(Path directory, InstantSource clock, Unpacking unpacking) {
        this.file = directory.resolve(FILE);
        this.clock = clock;
        this.unpacking = unpacking;
    }

    /** Makes a snapshot of its bytes. */
    @FunctionalInterface
    interface Unpacking {
        Snapshot unpack(KeptScan name, byte[] bytes) throws SQLException;
    }

    private enum State {
        NOT_OPEN,
        OPEN
    }

    /** The history in that directory. Nothing is opened yet. */
    public static SqliteScanHistory in(Path directory, InstantSource clock) {
        return in(directory, clock, SnapshotBytes::read);
    }

    /** The same, with its snapshots unpacked like that. */
    static SqliteScanHistory in(Path directory, InstantSource clock, Unpacking unpacking) {
        return new SqliteScanHistory(directory, clock, unpacking);
    }

    @Override
    public void keep(ScanPoint point) {
        writing(open -> open.inTransaction(() -> {
            try (PreparedStatement insert = open.prepare("INSERT INTO point VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " ON CONFLICT (scope, policy, scan) DO UPDATE SET gap_amount = excluded.gap_amount,"
                    + " gap_currency = excluded.gap_currency WHERE gap_amount IS NULL")) {
                bind(insert, point);
                insert.execute();
            }
            forget(open, "point", POINTS_KEPT);
            return point;
        }));
    }

    private static void bind(PreparedStatement insert, ScanPoint point) throws SQLException {
        insert.setString(1, point.scan().text());
        insert.setString(2, point.line().scope());
        insert.setString(3, point.line().policy());
        insert.setLong(4, point.takenAt().toEpochMilli());
        insert.setInt(5, point.gaps());
        insert.setInt(6, point.counts().total());
        insert.setInt(7, point.counts().applicable());
        insert.setInt(8, point.counts().compliant());
        insert.setInt(9, point.counts().notEvaluated());
        insert.setInt(10, point.counts().violations());
        Optional<Money> gap = point.attributionGap() instanceof AttributionGap.Known known
                ? Optional.of(known.money())
                : Optional.empty();
        insert.setString(11, gap.map(money -> money.amount().toPlainString()).orElse(null));
        insert.setString(
                12, gap.map(money -> money.currency().getCurrencyCode()).orElse(null));
    }

    @Override
    public void keep(String scope, Snapshot snapshot) {
        byte[] content = SnapshotBytes.write(snapshot);
        writing(open -> open.inTransaction(() -> {
            try (PreparedStatement insert = open.prepare("INSERT OR IGNORE INTO snapshot VALUES (?, ?, ?, ?, ?)")) {
                insert.setString(1, scope);
                insert.setString(2, snapshot.scan().text());
                insert.setLong(3, snapshot.takenAt().toEpochMilli());
                insert.setBytes(4, content);
                insert.setBoolean(5, snapshot.name().isComplete());
                insert.execute();
            }
            forget(open, "snapshot", SNAPSHOTS_KEPT);
            return snapshot;
        }));
    }

    private void forget(Session open, String table, Duration kept) throws SQLException {
        open.execute("DELETE FROM " + table + " WHERE taken_at < "
                + clock.instant().minus(kept).toEpochMilli());
    }

    @Override
    public List<ScanPoint> points(String scope, Instant from) {
        return reading(List.of(), open -> {
            List<ScanPoint> points = new ArrayList<>();
            try (PreparedStatement select =
                    open.prepare("SELECT scan, policy, taken_at, gaps, total, applicable, compliant,"
                            + " not_evaluated, violations, gap_amount, gap_currency FROM point"
                            + " WHERE scope = ? AND taken_at >= ? ORDER BY taken_at, scan")) {
                select.setString(1, scope);
                select.setLong(2, from.toEpochMilli());
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        points.add(point(scope, rows));
                    }
                }
            }
            return points;
        });
    }

    private static ScanPoint point(String scope, ResultSet row) throws SQLException {
        return new ScanPoint(
                new ScanId(row.getString(1)),
                Instant.ofEpochMilli(row.getLong(3)),
                new Line(scope, row.getString(2)),
                row.getInt(4),
                new PointCounts(row.getInt(5), row.getInt(6), row.getInt(7), row.getInt(8), row.getInt(9)),
                gap(row.getString(10), row.getString(11)));
    }

    private static AttributionGap gap(@Nullable String amount, @Nullable String currency) {
        return amount == null || currency == null
                ? new AttributionGap.Unknown()
                : new AttributionGap.Known(new Money(new BigDecimal(amount), Currency.getInstance(currency)));
    }

    /** Unpacked when the file is free again: that takes seconds for a large estate, and others wait for the file. */
    @Override
    public Optional<Snapshot> snapshot(String scope, ScanId scan) {
        Optional<Session.Work<Snapshot>> packed = packed(scope, scan);
        try {
            return packed.isPresent() ? Optional.of(packed.get().run()) : Optional.empty();
        } catch (SQLException damaged) {
            throw unavailable(damaged);
        }
    }

    private Optional<Session.Work<Snapshot>> packed(String scope, ScanId scan) {
        return reading(Optional.empty(), open -> {
            try (PreparedStatement select = open.prepare(
                    "SELECT scan, taken_at, complete, content FROM snapshot WHERE scope = ? AND scan = ?")) {
                select.setString(1, scope);
                select.setString(2, scan.text());
                try (ResultSet rows = select.executeQuery()) {
                    if (!rows.next()) {
                        return Optional.empty();
                    }
                    KeptScan name = name(rows);
                    byte[] content = rows.getBytes(4);
                    return Optional.of(() -> unpacking.unpack(name, content));
                }
            }
        });
    }

    @Override
    public List<KeptScan> snapshots(String scope, Instant from) {
        return reading(List.of(), open -> {
            List<KeptScan> names = new ArrayList<>();
            try (PreparedStatement select = open.prepare(
                    "SELECT scan, taken_at, complete FROM snapshot WHERE scope = ? AND taken_at >= ? ORDER BY taken_at")) {
                select.setString(1, scope);
                select.setLong(2, from.toEpochMilli());
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        names.add(name(rows));
                    }
                }
            }
            return names;
        });
    }

    private static KeptScan name(ResultSet row) throws SQLException {
        return new KeptScan(
                new ScanId(row.getString(1)),
                Instant.ofEpochMilli(row.getLong(2)),
                row.getBoolean(3) ? Reading.COMPLETE : Reading.PARTIAL);
    }

    /** Work with the open file. */
    @FunctionalInterface
    private interface Work<T> {
        T with(Session session) throws SQLException;
    }

    private <T> T writing(Work<T> work) {
        return inTurn(() -> work.with(opened()));
    }

    /** A file that isn't there yet holds nothing, and is not made by those who only look. */
    private <T> T reading(T nothing, Work<T> work) {
        return inTurn(() -> state == State.NOT_OPEN && Files.notExists(file) ? nothing : work.with(opened()));
    }

    private Session opened() throws SQLException {
        if (state == State.OPEN && Files.notExists(file)) {
            drop();
        }
        if (state == State.NOT_OPEN) {
            session = Session.writing(file, LONGEST_WAIT, HistorySchema.FORMS);
            state = State.OPEN;
        }
        return session;
    }

    private <T> T inTurn(Session.Work<T> work) {
        try {
            if (!oneAtATime.tryLock(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Unavailable("the history is busy; try again", new IllegalStateException());
            }
        } catch (InterruptedException leaving) {
            Thread.currentThread().interrupt();
            throw new Unavailable("the history was left before it answered", leaving);
        }
        try {
            return work.run();
        } catch (SQLException failed) {
            drop();
            throw unavailable(failed);
        } finally {
            oneAtATime.unlock();
        }
    }

    private static Unavailable unavailable(SQLException failed) {
        String message = switch (SqliteFailures.code(failed)) {
            case SQLITE_BUSY, SQLITE_LOCKED -> "the history is busy; another program holds it";
            case SQLITE_FULL -> "the disk of the data directory is full; make room";
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM ->
                "the history can't be written; check the rights on the data directory";
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                "the history (" + FILE + ") is damaged; move the file away to start another";
            default -> "the history (" + FILE + ") can't be used, or is of a newer version of this program";
        };
        return new Unavailable(message, failed);
    }

    private void drop() {
        session.close();
        session = Session.CLOSED;
        state = State.NOT_OPEN;
    }

    @Override
    public void close() {
        oneAtATime.lock();
        try {
            drop();
        } finally {
            oneAtATime.unlock();
        }
    }
}
