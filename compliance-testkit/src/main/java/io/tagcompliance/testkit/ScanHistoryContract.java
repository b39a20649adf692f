package io.tagcompliance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagcompliance.core.cost.Money;
import io.tagcompliance.core.history.KeptScan;
import io.tagcompliance.core.history.KeptScan.Reading;
import io.tagcompliance.core.history.Line;
import io.tagcompliance.core.history.ScanPoint;
import io.tagcompliance.core.history.ScanPoint.AttributionGap;
import io.tagcompliance.core.history.ScanPoint.PointCounts;
import io.tagcompliance.core.history.Snapshot;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceColumns;
import io.tagcompliance.core.resource.Scan;
import io.tagcompliance.core.resource.ScanId;
import io.tagcompliance.core.spi.ScanHistory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The guarantees of {@link ScanHistory}, by their numbers. An adapter extends this, and gives its store. */
public abstract class ScanHistoryContract {
    private static final String SCOPE = "everything of 'ours'; -- really";
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00.123Z");

    private final SettableClock clock = new SettableClock(NOON);

    @SuppressWarnings("NullAway.Init") // set before each test
    private ScanHistory history;

    /** A history by that clock on one store, empty at first; with each call another opener of it. */
    protected abstract ScanHistory open(SettableClock clock);

    /** Makes the store unusable, as a lock or a full disk does. */
    protected abstract AutoCloseable block();

    @BeforeEach
    void start() {
        history = open(clock);
    }

    @AfterEach
    void stop() {
        history.close();
    }

    private static ScanPoint point(String scan, String scope, Instant at) {
        return new ScanPoint(
                new ScanId(scan),
                at,
                new Line(scope, "1.0 \u00fc"),
                scan.length(),
                new PointCounts(100, 90, 70, 2, 31),
                new AttributionGap.Known(new Money(new BigDecimal("1234.5678901234"), Currency.getInstance("EUR"))));
    }

    private static Snapshot snapshot(String scan, Instant at) {
        Scan everything = ContractScans.withEverything();
        return new Snapshot(new ScanId(scan), at, everything.columns(), everything.gaps());
    }

    /** What else a cloud says of a resource is compared with nothing later, and needn't be kept. */
    private static Resource withoutTraits(Resource one) {
        return new Resource(one.id(), one.type(), one.location(), one.name(), one.tags(), one.creation());
    }

    @Test
    void g01_points_come_back_equal_and_in_the_order_of_time() {
        ScanPoint later = point("later", SCOPE, NOON);
        ScanPoint unknown = new ScanPoint(
                new ScanId("unknown"),
                NOON.minusSeconds(60),
                later.line(),
                0,
                later.counts(),
                new AttributionGap.Unknown());
        history.keep(later);
        history.keep(unknown);

        assertThat(history.points(SCOPE, NOON.minusSeconds(60))).containsExactly(unknown, later);
        assertThat(history.points(SCOPE, NOON)).containsExactly(later);
    }

    @Test
    void g02_points_of_other_scopes_never_come() {
        history.keep(point("one", SCOPE, NOON));
        history.keep(SCOPE, snapshot("one", NOON));

        assertThat(history.points(SCOPE + " ", Instant.EPOCH)).isEmpty();
        assertThat(history.snapshot(SCOPE + " ", new ScanId("one"))).isEmpty();
        assertThat(history.snapshots("", Instant.EPOCH)).isEmpty();
    }

    @Test
    void g03_a_scan_that_is_kept_twice_is_there_once() {
        history.keep(point("one", SCOPE, NOON));
        history.keep(point("one", SCOPE, NOON));

        assertThat(history.points(SCOPE, Instant.EPOCH)).hasSize(1);

        ScanPoint known = point("two", SCOPE + "2", NOON);
        ScanPoint unknown = new ScanPoint(
                known.scan(),
                known.takenAt(),
                known.line(),
                known.gaps(),
                known.counts(),
                new AttributionGap.Unknown());
        history.keep(unknown);
        history.keep(known);
        assertThat(history.points(SCOPE + "2", Instant.EPOCH)).containsExactly(known);
        history.keep(unknown);
        assertThat(history.points(SCOPE + "2", Instant.EPOCH)).containsExactly(known);
    }

    @Test
    void g04_a_snapshot_comes_back_with_everything_that_it_had() {
        Snapshot kept = snapshot("one", NOON);
        history.keep(SCOPE, kept);

        Snapshot found = history.snapshot(SCOPE, kept.scan()).orElseThrow();

        assertThat(found.resources().stream().map(ScanHistoryContract::withoutTraits))
                .containsExactlyElementsOf(kept.resources().stream()
                        .map(ScanHistoryContract::withoutTraits)
                        .toList());
        assertThat(found.gaps()).isEqualTo(kept.gaps());
        assertThat(found.takenAt()).isEqualTo(kept.takenAt());
        assertThat(found.scan()).isEqualTo(kept.scan());
    }

    @Test
    void g05_a_snapshot_is_found_by_its_scan_and_names_come_in_the_order_of_time() {
        Snapshot middle = snapshot("middle", NOON.minusSeconds(100));
        Snapshot complete = new Snapshot(new ScanId("new"), NOON, ResourceColumns.copyOf(List.of()), List.of());
        history.keep(SCOPE, middle);
        history.keep(SCOPE, complete);
        history.keep(SCOPE, snapshot("old", NOON.minusSeconds(200)));

        assertThat(history.snapshot(SCOPE, new ScanId("middle")))
                .get()
                .extracting(Snapshot::takenAt)
                .isEqualTo(NOON.minusSeconds(100));
        assertThat(history.snapshot(SCOPE, new ScanId("none"))).isEmpty();
        assertThat(history.snapshots(SCOPE, NOON.minusSeconds(150))).containsExactly(middle.name(), complete.name());
        assertThat(history.snapshots(SCOPE, NOON.minusSeconds(150)))
                .extracting(KeptScan::reading)
                .containsExactly(Reading.PARTIAL, Reading.COMPLETE);
    }

    @Test
    void g06_what_is_older_than_it_is_kept_is_gone() {
        history.keep(point("one", SCOPE, NOON));
        history.keep(SCOPE, snapshot("one", NOON));
        clock.pass(Duration.ofDays(500));
        history.keep(point("two", SCOPE, clock.instant()));
        history.keep(SCOPE, snapshot("two", clock.instant()));

        assertThat(history.points(SCOPE, Instant.EPOCH))
                .extracting(ScanPoint::scan)
                .containsExactly(new ScanId("two"));
        assertThat(history.snapshots(SCOPE, Instant.EPOCH))
                .extracting(KeptScan::scan)
                .containsExactly(new ScanId("two"));
    }

    @Test
    void g07_what_was_kept_is_there_after_closing_and_opening() {
        history.keep(point("one", SCOPE, NOON));
        history.keep(SCOPE, snapshot("one", NOON));
        history.close();
        history.close();
        history = open(clock);

        assertThat(history.points(SCOPE, Instant.EPOCH)).containsExactly(point("one", SCOPE, NOON));
        assertThat(history.snapshots(SCOPE, Instant.EPOCH)).hasSize(1);
    }

    @Test
    void g08_many_threads_and_openers_lose_nothing() throws Exception {
        try (ScanHistory other = open(clock);
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Void>> writers = IntStream.range(0, 32)
                    .<Callable<Void>>mapToObj(number -> () -> {
                        ScanHistory mine = number % 2 == 0 ? history : other;
                        mine.keep(point("scan-" + number, SCOPE, NOON.plusSeconds(number)));
                        return null;
                    })
                    .toList();
            for (Future<Void> written : threads.invokeAll(writers)) {
                written.get();
            }
        }

        assertThat(history.points(SCOPE, Instant.EPOCH)).hasSize(32);
    }

    @Test
    void g09_a_store_that_can_not_be_used_is_said_so_in_time_and_loses_nothing() throws Exception {
        history.keep(point("one", SCOPE, NOON));
        AutoCloseable blocked = block();
        try {
            long began = System.nanoTime();
            assertThatThrownBy(() -> history.keep(point("two", SCOPE, NOON)))
                    .isInstanceOf(ScanHistory.Unavailable.class)
                    .hasMessageNotContaining("/");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        } finally {
            blocked.close();
        }
        history.keep(point("three", SCOPE, NOON));

        assertThat(history.points(SCOPE, Instant.EPOCH))
                .extracting(kept -> kept.scan().text())
                .containsExactlyInAnyOrder("one", "three");
    }
}
