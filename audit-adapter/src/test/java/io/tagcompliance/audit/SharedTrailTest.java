package io.tagcompliance.audit;

import static io.tagcompliance.audit.TrailFixture.intent;
import static io.tagcompliance.audit.TrailFixture.result;
import static io.tagcompliance.audit.TrailFixture.text;
import static io.tagcompliance.audit.TrailFixture.trailIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.spi.AuditTrail.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many threads and several processes write one trail. */
class SharedTrailTest {
    @TempDir
    private Path directory;

    @Test
    void eight_threads_write_one_chain() throws InterruptedException, ExecutionException {
        CountDownLatch start = new CountDownLatch(1);
        try (SqliteAuditTrail trail = trailIn(directory);
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> writing = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                String name = "thread-" + thread;
                writing.add(threads.submit(() -> {
                    start.await();
                    for (int call = 0; call < 25; call++) {
                        trail.intent(intent(name + "-" + call));
                        trail.result(result(name + "-" + call));
                    }
                    return name;
                }));
            }
            start.countDown();
            for (Future<?> one : writing) {
                one.get();
            }
            assertThat(trail.verify()).isEqualTo(new Verification.Intact(400));
        }
    }

    @Test
    void four_processes_that_begin_at_once_lose_no_record() throws IOException, InterruptedException, SQLException {
        List<Process> processes = new ArrayList<>();
        for (int process = 0; process < 4; process++) {
            processes.add(WritingProcess.start(
                    WritingProcess.class, List.of(), directory.toString(), "process-" + process, "50"));
        }
        for (Process process : processes) {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        }

        try (SqliteAuditTrail trail = trailIn(directory)) {
            assertThat(trail.verify()).isEqualTo(new Verification.Intact(400));
        }
        assertThat(text(directory, "SELECT count(DISTINCT correlation_id || kind) FROM record"))
                .isEqualTo("400");
    }

    @Test
    void what_a_process_wrote_before_it_was_killed_is_there() throws IOException, InterruptedException {
        Process killed = WritingProcess.start(
                WritingProcess.class, List.of(), directory.toString(), "killed", "10", "without closing");
        assertThat(killed.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(killed.exitValue()).isEqualTo(9);

        try (SqliteAuditTrail trail = trailIn(directory)) {
            assertThat(trail.verify()).isEqualTo(new Verification.Intact(20));
            trail.intent(intent("next"));
            assertThat(trail.verify()).isEqualTo(new Verification.Intact(21));
        }
    }

    @Test
    void a_trail_is_verified_while_another_program_writes() throws SQLException {
        try (SqliteAuditTrail trail = trailIn(directory);
                SqliteAuditTrail other = trailIn(directory)) {
            TrailFixture.write(trail, 1);
            try (Connection writing = TrailFixture.open(directory);
                    Statement statement = writing.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                assertThat(other.verify()).isEqualTo(new Verification.Intact(2));
                assertThat(trail.verify()).isEqualTo(new Verification.Intact(2));
                statement.execute("ROLLBACK");
            }
        }
    }

    @Test
    void a_trail_opens_again_after_it_was_closed() {
        SqliteAuditTrail trail = trailIn(directory);
        trail.close();
        trail.close();
        trail.intent(intent("again"));
        assertThat(trail.verify()).isEqualTo(new Verification.Intact(1));
        trail.close();
    }
}
