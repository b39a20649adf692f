package io.tagcompliance.audit;

import io.tagcompliance.core.spi.AuditTrail.Intent;
import io.tagcompliance.core.spi.AuditTrail.Result;
import io.tagcompliance.testkit.SettableClock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;

/** What the tests of the trail write, and a way behind its back. */
final class TrailFixture {
    private TrailFixture() {}

    static SqliteAuditTrail trailIn(Path directory) {
        return SqliteAuditTrail.in(directory, new SettableClock(Instant.parse("2026-11-23T00:00:00Z")));
    }

    static Intent intent(String call) {
        return new Intent(call, "local", "check_tag_compliance", "{\"cloud_provider\":\"aws\"}", "0badcafe");
    }

    static Result result(String call) {
        return new Result(call, "ok", Duration.ofMillis(1_234));
    }

    /** Writes that many calls: two records each. */
    static void write(SqliteAuditTrail trail, int calls) {
        for (int call = 1; call <= calls; call++) {
            trail.intent(intent("call-" + call));
            trail.result(result("call-" + call));
        }
    }

    static Connection open(Path directory) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + directory.resolve(SqliteAuditTrail.FILE));
    }

    static void sql(Path directory, String... commands) throws SQLException {
        try (Connection connection = open(directory);
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    static String text(Path directory, String query) throws SQLException {
        try (Connection connection = open(directory);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }
}
