package io.tagcompliance.testkit;

import static io.tagcompliance.core.scan.Freshness.READ_NOW;
import static io.tagcompliance.core.scan.Freshness.REMEMBERED_WILL_DO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.Scan;
import io.tagcompliance.core.resource.ScanKey;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.scan.EstateScanner;
import io.tagcompliance.core.scan.Freshness;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.core.scan.Retention;
import io.tagcompliance.core.scan.ScanProgress;
import io.tagcompliance.core.scan.ScanReading;
import io.tagcompliance.core.scan.StillScanningException;
import io.tagcompliance.core.spi.CloudProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** However many ask, one scan answers; and who leaves takes nothing from the others. */
@Timeout(60)
class SingleFlightTest {
    private static final List<Resource> ESTATE = List.of(Estates.resource("eu-west-1 ec2:instance i-1", Map.of()));
    private static final Patience IMPATIENT = new Patience(Duration.ofMillis(20), ignored -> {});

    private final CountDownLatch gate = new CountDownLatch(1);
    private final MapCache cache = new MapCache();

    @Test
    void sixty_four_threads_that_ask_the_same_cold_question_cause_exactly_one_scan() throws Exception {
        for (int round = 0; round < 50; round++) {
            ScriptedCloud cloud = ScriptedCloud.of((scope, sink) -> sink.page(ESTATE));
            EstateScanner scanner = scanner(new MapCache(), cloud);
            CountDownLatch start = new CountDownLatch(1);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Scan>> answers = new ArrayList<>();
                for (int thread = 0; thread < 64; thread++) {
                    answers.add(threads.submit(() -> {
                        start.await();
                        return read(scanner, REMEMBERED_WILL_DO).scan();
                    }));
                }
                start.countDown();
                for (Future<Scan> answer : answers) {
                    assertThat(answer.get()).isSameAs(answers.getFirst().get());
                }
            }
            assertThat(cloud.scans()).isEqualTo(1);
        }
    }

    @Test
    void who_asks_while_the_scan_is_being_remembered_waits_for_that_and_starts_no_second_one() throws Exception {
        ScriptedCloud cloud = ScriptedCloud.of((scope, sink) -> sink.page(ESTATE));
        CountDownLatch remembering = new CountDownLatch(1);
        MapCache slow = new MapCache() {
            @Override
            public void put(Scan scan, Duration time) {
                remembering.countDown();
                awaitUninterrupted(gate);
                super.put(scan, time);
            }
        };
        EstateScanner scanner = scanner(slow, cloud);
        Asker first = new Asker(scanner);
        remembering.await();
        Asker second = new Asker(scanner);
        second.awaitWaiting();
        assertThat(first.isAnswered()).as("before its scan is remembered").isFalse();
        gate.countDown();

        assertThat(((ScanReading) first.outcome()).scan()).isSameAs(((ScanReading) second.outcome()).scan());
        assertThat(slow.scans).hasSize(1);
        assertThat(cloud.scans()).isEqualTo(1);
    }

    @Test
    void who_has_an_answer_and_wants_fresh_facts_never_gets_the_same_scan_again() throws Exception {
        ScriptedCloud cloud = ScriptedCloud.of((scope, sink) -> sink.page(ESTATE));
        EstateScanner scanner = scanner(cache, cloud);

        for (int round = 1; round <= 500; round++) {
            read(scanner, READ_NOW);
            assertThat(cloud.scans()).isEqualTo(round);
        }
    }

    @Test
    void an_impatient_asker_leaves_the_scan_going_and_the_same_question_joins_it() throws Exception {
        ScriptedCloud cloud = ScriptedCloud.behind(gate, ESTATE);
        EstateScanner scanner = scanner(cache, cloud);

        for (int round = 0; round < 3; round++) {
            assertThatThrownBy(() -> scanner.read(Scope.EVERYTHING, READ_NOW, IMPATIENT))
                    .isInstanceOf(StillScanningException.class)
                    .hasMessage("the scan goes on: 0 of 0 cells read so far");
        }
        gate.countDown();
        assertThat(read(scanner, REMEMBERED_WILL_DO).scan().resources()).isEqualTo(ESTATE);
        assertThat(cloud.scans()).isEqualTo(1);
    }

    @Test
    void a_sole_asker_who_is_cancelled_cancels_the_scan_within_two_seconds() throws Exception {
        CompletableFuture<Instant> interrupted = new CompletableFuture<>();
        ScriptedCloud cloud = ScriptedCloud.of((scope, sink) -> {
            try {
                gate.await();
            } catch (InterruptedException cancelled) {
                interrupted.complete(Instant.now());
                throw cancelled;
            }
        });
        Asker asker = new Asker(scanner(cache, cloud));
        cloud.awaitBegun();
        Instant left = Instant.now();
        asker.leave();

        assertThat(interrupted.get(2, TimeUnit.SECONDS)).isBefore(left.plusSeconds(2));
        assertThat(asker.outcome()).isInstanceOf(InterruptedException.class);
        assertThat(cache.scans).isEmpty();
    }

    @Test
    void a_stalled_cloud_lets_go_of_a_sole_asker_within_two_seconds() throws Exception {
        InMemoryCloud cloud = InMemoryCloud.withContractEstate();
        cloud.inflict(new Trouble.Stalled());
        Asker asker = new Asker(scanner(cache, cloud));
        while (cloud.scans() == 0) {
            Thread.onSpinWait();
        }
        Instant left = Instant.now();
        asker.leave();

        assertThat(asker.outcome()).isInstanceOf(InterruptedException.class);
        assertThat(Instant.now()).isBefore(left.plusSeconds(2));
    }

    @Test
    void one_of_two_askers_who_is_cancelled_leaves_the_answer_to_the_other() throws Exception {
        ScriptedCloud cloud = ScriptedCloud.behind(gate, ESTATE);
        EstateScanner scanner = scanner(cache, cloud);
        Asker stays = new Asker(scanner);
        Asker leaves = new Asker(scanner);
        cloud.awaitBegun();
        leaves.awaitWaiting();
        stays.awaitWaiting();
        leaves.leave();
        assertThat(leaves.outcome()).isInstanceOf(InterruptedException.class);
        gate.countDown();

        assertThat(stays.outcome()).isInstanceOf(ScanReading.class);
        assertThat(cloud.scans()).isEqualTo(1);
    }

    @Test
    void who_asks_while_a_cancelled_scan_winds_down_gets_a_scan_of_their_own() throws Exception {
        CountDownLatch woundDown = new CountDownLatch(1);
        ScriptedCloud slow = ScriptedCloud.of((scope, sink) -> {
            if (gate.getCount() == 0) {
                sink.page(ESTATE);
                return;
            }
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException cancelled) {
                gate.countDown();
                awaitUninterrupted(woundDown);
                throw cancelled;
            }
        });
        EstateScanner scanner = scanner(cache, slow);
        Asker first = new Asker(scanner);
        slow.awaitBegun();
        first.leave();
        gate.await();

        assertThat(read(scanner, REMEMBERED_WILL_DO).scan().resources()).isEqualTo(ESTATE);
        assertThat(slow.scans()).isEqualTo(2);
        woundDown.countDown();
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void a_listener_that_is_gone_spoils_the_scan_for_nobody() throws Exception {
        EstateScanner scanner = scanner(cache, InMemoryCloud.withContractEstate());
        Patience gone = new Patience(Duration.ofSeconds(10), progress -> {
            throw new IllegalStateException("connection lost");
        });

        assertThat(scanner.read(Scope.EVERYTHING, READ_NOW, gone).scan().gaps()).isEmpty();
    }

    @Test
    void progress_counts_cells_and_resources_to_the_end() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        Patience listening = new Patience(Duration.ofSeconds(10), progress -> {
            if (progress instanceof ScanProgress scan) {
                heard.add(scan.cellsDone() + "/" + scan.cellsPlanned() + " " + scan.resources());
            }
        });

        scanner(cache, InMemoryCloud.withContractEstate()).read(Scope.EVERYTHING, READ_NOW, listening);
        assertThat(heard).startsWith("0/3 0").endsWith("3/3 33");
    }

    @Test
    void a_bug_of_a_provider_reaches_every_asker_unwrapped_and_is_not_remembered() throws Exception {
        ScriptedCloud cloud = ScriptedCloud.of((scope, sink) -> {
            throw new ArithmeticException("a bug");
        });
        EstateScanner scanner = scanner(cache, cloud);

        for (int round = 1; round <= 2; round++) {
            assertThatThrownBy(() -> read(scanner, REMEMBERED_WILL_DO))
                    .isExactlyInstanceOf(ArithmeticException.class)
                    .hasMessage("a bug");
            assertThat(cloud.scans()).isEqualTo(round);
        }
    }

    private static ScanReading read(EstateScanner scanner, Freshness freshness) throws InterruptedException {
        return scanner.read(Scope.EVERYTHING, freshness, Patience.UNLIMITED);
    }

    private static EstateScanner scanner(MapCache cache, CloudProvider... clouds) {
        EstateScanner.Memory memory = new EstateScanner.Memory(
                cache, Retention.DEFAULT, new SettableClock(Instant.parse("2026-11-23T00:00:00Z")));
        return new EstateScanner(List.of(clouds), ScanKey.Reader.local("test"), memory);
    }

    /** Somebody who asks on a thread of their own. */
    private static final class Asker {
        private final CompletableFuture<Object> outcome = new CompletableFuture<>();
        private final Thread thread;

        Asker(EstateScanner scanner) {
            thread = Thread.ofPlatform().daemon().start(() -> {
                try {
                    outcome.complete(read(scanner, READ_NOW));
                } catch (InterruptedException | RuntimeException failed) {
                    outcome.complete(failed);
                }
            });
        }

        void awaitWaiting() {
            while (thread.getState() != Thread.State.TIMED_WAITING && thread.isAlive()) {
                Thread.onSpinWait();
            }
        }

        boolean isAnswered() {
            return outcome.isDone();
        }

        void leave() {
            thread.interrupt();
        }

        Object outcome() throws InterruptedException, ExecutionException {
            return outcome.get();
        }
    }
}
