package io.tagcompliance.audit;

import io.tagcompliance.core.spi.AuditTrail;
import io.tagcompliance.core.spi.AuditTrail.Entry;
import io.tagcompliance.core.spi.AuditTrail.Intent;
import io.tagcompliance.core.spi.AuditTrail.Result;
import io.tagcompliance.testkit.SimulatedStore;
import io.tagcompliance.testkit.Tampering;
import io.tagcompliance.testkit.Tampering.Field;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A directory with the file of a trail. */
record SqliteStore(Path directory, Damage damageKind) implements SimulatedStore {
    /** The ways in which the file is damaged. */
    enum Damage {
        NO_DATABASE,
        PAGE_OVERWRITTEN,
        TABLE_OF_RECORDS_GONE,
        TABLE_OF_THE_NEWEST_GONE
    }

    @Override
    public AuditTrail open() {
        return TrailFixture.trailIn(directory);
    }

    @Override
    public List<Entry> entries() {
        try (Connection connection = TrailFixture.open(directory);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM record ORDER BY number")) {
            List<Entry> entries = new ArrayList<>();
            while (rows.next()) {
                entries.add(entry(rows));
            }
            return entries;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Entry entry(ResultSet row) throws SQLException {
        String id = row.getString("correlation_id");
        return row.getString("kind").equals("intent")
                ? new Intent(
                        id,
                        row.getString("caller"),
                        row.getString("tool"),
                        row.getString("arguments"),
                        row.getString("arguments_digest"))
                : new Result(id, row.getString("outcome"), Duration.ofMillis(row.getLong("took_ms")));
    }

    @Override
    public void tamper(Tampering tampering) {
        switch (tampering) {
            case Tampering.Changed changed -> {
                String column = column(changed.field());
                sql("UPDATE record SET " + column + " = " + column + " || 'x' WHERE number = " + changed.record());
            }
            case Tampering.TakenOut out -> sql("DELETE FROM record WHERE number = " + out.record());
            case Tampering.Swapped swapped ->
                sql(
                        renumber(swapped.record(), "-1"),
                        renumber(swapped.other(), "" + swapped.record()),
                        renumber(-1, "" + swapped.other()));
            case Tampering.PutIn in ->
                sql(
                        "UPDATE record SET number = -number WHERE number > " + in.copyOf(),
                        "UPDATE record SET number = 1 - number WHERE number < 0",
                        "INSERT INTO record SELECT number + 1, " + String.join(", ", AuditRecord.COLUMNS)
                                + ", previous, hash FROM record WHERE number = " + in.copyOf());
            case Tampering.CutOff end ->
                sql("DELETE FROM record WHERE number > (SELECT max(number) FROM record) - " + end.records());
            case Tampering.Emptied all -> sql("DELETE FROM record", "DELETE FROM head");
        }
    }

    private static String renumber(long from, String to) {
        return "UPDATE record SET number = " + to + " WHERE number = " + from;
    }

    private static String column(Field field) {
        return switch (field) {
            case AT -> "at";
            case KIND -> "kind";
            case CORRELATION_ID -> "correlation_id";
            case CALLER -> "caller";
            case TOOL -> "tool";
            case ARGUMENTS -> "arguments";
            case ARGUMENTS_DIGEST -> "arguments_digest";
            case OUTCOME -> "outcome";
            case TOOK -> "took_ms";
        };
    }

    private void sql(String... commands) {
        try {
            TrailFixture.sql(directory, commands);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public Hold hold() {
        try {
            Connection connection = TrailFixture.open(directory);
            try (Statement lock = connection.createStatement()) {
                lock.execute("BEGIN EXCLUSIVE");
            }
            return () -> close(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void damage() {
        Path file = directory.resolve(SqliteAuditTrail.FILE);
        try {
            switch (damageKind) {
                case NO_DATABASE -> Files.writeString(file, "hello");
                case PAGE_OVERWRITTEN -> {
                    byte[] bytes = Files.readAllBytes(file);
                    Arrays.fill(bytes, 4_096, 8_192, (byte) 0x5A);
                    Files.write(file, bytes);
                }
                case TABLE_OF_RECORDS_GONE -> sql("DROP TABLE record");
                case TABLE_OF_THE_NEWEST_GONE -> sql("DROP TABLE head");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Every file with its bytes. */
    @Override
    public Object content() {
        Map<String, ByteBuffer> content = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                content.put(file.getFileName().toString(), ByteBuffer.wrap(Files.readAllBytes(file)));
            }
            return content;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public String place() {
        return directory.toString();
    }

    /** The directory is the test's. */
    @Override
    public void close() {}
}
