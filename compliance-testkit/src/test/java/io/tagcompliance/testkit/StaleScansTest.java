package io.tagcompliance.testkit;

import static io.tagcompliance.core.scan.Freshness.READ_NOW;
import static io.tagcompliance.core.scan.Freshness.REMEMBERED_WILL_DO;
import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.check.CheckRequest;
import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.Scan;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.resource.ScanKey;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.scan.EstateScanner;
import io.tagcompliance.core.scan.Freshness;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.core.scan.ReadFrom;
import io.tagcompliance.core.scan.Retention;
import io.tagcompliance.core.scan.ScanReading;
import io.tagcompliance.core.spi.PolicySource;
import io.tagcompliance.core.spi.PolicySource.Health;
import io.tagcompliance.core.spi.PolicySource.PolicyInForce;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.TagPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A scan that is somewhat too old answers at once, while one new scan is made for those who ask next. */
@Timeout(60)
class StaleScansTest {
    private static final Resource THERE = Estates.resource("eu-west-1 ec2:instance i-1", Map.of());
    private static final ReadFailure DOWN = new ReadFailure(ReadFailure.Kind.UNAVAILABLE, "x:List", "try again later");

    private final MapCache cache = new MapCache();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T00:00:00Z"));
    private final Semaphore mayRead = new Semaphore(1);
    private final ScriptedCloud cloud = ScriptedCloud.of((scope, sink) -> {
        mayRead.acquire();
        sink.page(List.of(THERE));
    });

    @Test
    void a_stale_scan_answers_at_once_under_its_own_time_while_one_flight_reads_anew() throws Exception {
        EstateScanner scanner = scanner(cloud);
        Scan old = read(scanner, REMEMBERED_WILL_DO).scan();
        clock.pass(Duration.ofMinutes(16));

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<ScanReading>> answers = new ArrayList<>();
            for (int thread = 0; thread < 64; thread++) {
                answers.add(threads.submit(() -> read(scanner, REMEMBERED_WILL_DO)));
            }
            for (Future<ScanReading> answer : answers) {
                assertThat(answer.get()).isEqualTo(new ScanReading(old, ReadFrom.CACHE));
            }
        }
        mayRead.release();
        Scan anew = awaitOther(old);
        assertThat(cloud.scans()).isEqualTo(2);
        assertThat(anew.takenAt()).isEqualTo(clock.instant());
        assertThat(read(scanner, REMEMBERED_WILL_DO)).isEqualTo(new ScanReading(anew, ReadFrom.CACHE));
    }

    @Test
    void a_scan_within_its_time_is_not_read_anew() throws Exception {
        EstateScanner scanner = scanner(cloud);
        read(scanner, REMEMBERED_WILL_DO);
        clock.pass(Duration.ofMinutes(15));

        assertThat(read(scanner, REMEMBERED_WILL_DO).readFrom()).isEqualTo(ReadFrom.CACHE);
        assertThat(cloud.scans()).isEqualTo(1);
    }

    @Test
    void past_its_bound_a_stale_scan_answers_no_more() throws Exception {
        EstateScanner scanner = scanner(cloud);
        Scan old = read(scanner, REMEMBERED_WILL_DO).scan();
        clock.pass(Duration.ofMinutes(30).plusMillis(1));
        mayRead.release();

        assertThat(read(scanner, REMEMBERED_WILL_DO).scan().id()).isNotEqualTo(old.id());
    }

    @Test
    void who_wants_fresh_facts_waits_for_the_new_scan() throws Exception {
        EstateScanner scanner = scanner(cloud);
        Scan old = read(scanner, REMEMBERED_WILL_DO).scan();
        clock.pass(Duration.ofMinutes(16));
        read(scanner, REMEMBERED_WILL_DO);
        mayRead.release(2);

        assertThat(read(scanner, READ_NOW).scan().takenAt()).isAfter(old.takenAt());
    }

    @Test
    void a_scan_with_gaps_never_answers_past_its_time() throws Exception {
        EstateScanner scanner = scanner(ScriptedCloud.of((scope, sink) -> sink.gap(gap())));
        Scan partial = read(scanner, REMEMBERED_WILL_DO).scan();
        clock.pass(Duration.ofMinutes(13));

        assertThat(read(scanner, REMEMBERED_WILL_DO).scan().id()).isNotEqualTo(partial.id());
    }

    @Test
    void what_failed_in_the_background_leaves_the_old_scan_and_is_not_tried_with_every_question() throws Exception {
        Semaphore read = new Semaphore(0);
        AtomicReference<List<ScanGap>> gaps = new AtomicReference<>(List.of());
        ScriptedCloud failing = ScriptedCloud.of((scope, sink) -> {
            gaps.get().forEach(sink::gap);
            read.release();
        });
        EstateScanner scanner = scanner(failing);
        Scan old = read(scanner, REMEMBERED_WILL_DO).scan();
        read.acquire();
        gaps.set(List.of(gap()));
        clock.pass(Duration.ofMinutes(16));

        assertThat(read(scanner, REMEMBERED_WILL_DO).scan()).isSameAs(old);
        read.acquire();
        for (int times = 0; times < 20; times++) {
            assertThat(read(scanner, REMEMBERED_WILL_DO).scan()).isSameAs(old);
        }
        assertThat(failing.scans()).isEqualTo(2);

        gaps.set(List.of());
        clock.pass(Duration.ofMinutes(2));
        while (read(scanner, REMEMBERED_WILL_DO).scan().id().equals(old.id())) {
            // The flight that failed may not be quite over, and is not followed by another for two minutes from then.
            clock.pass(Duration.ofSeconds(1));
            Thread.sleep(2);
        }
        assertThat(clock.instant()).isBefore(old.takenAt().plus(Duration.ofMinutes(30)));
    }

    @Test
    void who_joined_a_background_scan_that_has_gaps_finds_the_next_page_in_the_same_scan() throws Exception {
        AtomicReference<List<ScanGap>> gaps = new AtomicReference<>(List.of());
        EstateScanner scanner = scanner(ScriptedCloud.of((scope, sink) -> {
            mayRead.acquire();
            gaps.get().forEach(sink::gap);
        }));
        Scan old = read(scanner, REMEMBERED_WILL_DO).scan();
        gaps.set(List.of(gap()));
        clock.pass(Duration.ofMinutes(16));
        assertThat(read(scanner, REMEMBERED_WILL_DO).scan()).isSameAs(old);

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<ScanReading> fresh = threads.submit(() -> read(scanner, READ_NOW));
            mayRead.release(2);
            Scan answer = fresh.get().scan();
            assertThat(answer.gaps()).containsExactly(gap());
            assertThat(read(scanner, REMEMBERED_WILL_DO).scan()).isSameAs(answer);
        }
    }

    @Test
    void a_changed_policy_judges_the_remembered_scan_and_reads_nothing() throws Exception {
        AtomicReference<TagPolicy> policy =
                new AtomicReference<>(Estates.policy("\"required_tags\":[{\"name\":\"Owner\"}]"));
        PolicySource source = () -> new PolicyInForce(policy.get(), "test", new Health.Sound());
        try (TagCompliance compliance = TagCompliance.judgedBy(source)
                .reading(cloud)
                .remembering(cache, Retention.DEFAULT)
                .at(clock)
                .build()) {
            assertThat(nonCompliant(compliance)).isEqualTo(1);
            policy.set(Estates.policy("\"optional_tags\":[{\"name\":\"Owner\"}]"));
            assertThat(nonCompliant(compliance)).isZero();
            assertThat(cloud.scans()).isEqualTo(1);
        }
    }

    private static int nonCompliant(TagCompliance compliance) throws InterruptedException {
        return compliance
                .check()
                .check(CheckRequest.EVERYTHING, Patience.UNLIMITED)
                .figures()
                .counts()
                .nonCompliant();
    }

    private static ScanGap gap() {
        return new ScanGap(new Extent.OfCloud(Cloud.AWS), DOWN, ScanGap.Kept.NOTHING);
    }

    private Scan awaitOther(Scan old) throws InterruptedException {
        ScanKey key = old.key();
        while (cache.get(key).orElseThrow().id().equals(old.id())) {
            Thread.sleep(1);
        }
        return cache.get(key).orElseThrow();
    }

    private static ScanReading read(EstateScanner scanner, Freshness freshness) throws InterruptedException {
        return scanner.read(Scope.EVERYTHING, freshness, Patience.UNLIMITED);
    }

    private EstateScanner scanner(ScriptedCloud of) {
        return new EstateScanner(
                List.of(of), ScanKey.Reader.local("estate"), new EstateScanner.Memory(cache, Retention.DEFAULT, clock));
    }
}
