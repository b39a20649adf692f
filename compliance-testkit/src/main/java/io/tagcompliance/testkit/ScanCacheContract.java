package io.tagcompliance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagcompliance.core.resource.Scan;
import io.tagcompliance.core.resource.ScanKey;
import io.tagcompliance.core.spi.ScanCache;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The guarantees of {@link ScanCache}, each tested by its number.
 *
 * <p>An adapter inherits these tests and says how its cache is simulated. Each test looks at its own guarantee only, so
 * that a broken adapter fails what it broke and nothing else.
 */
@Timeout(60)
public abstract class ScanCacheContract {
    private static final Duration BOUND = Duration.ofSeconds(5);
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final int LARGE = 50_000;

    @SuppressWarnings("NullAway.Init") // JUnit calls begin() before each test
    private SimulatedCache simulated;

    /** A new simulated cache, empty and undisturbed. */
    protected abstract SimulatedCache simulated();

    @BeforeEach
    void begin() {
        simulated = simulated();
    }

    @AfterEach
    void end() {
        simulated.close();
    }

    @Test
    void g01_a_scan_that_was_put_comes_back_equal() {
        Scan scan = ContractScans.small("one", 1);
        Scan empty = ContractScans.empty("none");
        put(scan, AN_HOUR);
        put(empty, AN_HOUR);

        assertThat(get(scan.key())).contains(scan);
        assertThat(get(empty.key())).contains(empty);
        assertThat(get(ContractScans.key("never put"))).isEmpty();
    }

    @Test
    void g02_a_scan_comes_back_until_its_time_is_over_and_not_after() {
        Scan asked = ContractScans.small("asked before", 1);
        Scan late = ContractScans.small("asked after", 1);
        put(asked, Duration.ofSeconds(90));
        put(late, Duration.ofSeconds(90));

        simulated.pass(Duration.ofSeconds(85));
        assertThat(get(asked.key())).isPresent();
        simulated.pass(Duration.ofSeconds(10));
        assertThat(get(late.key())).isEmpty();
    }

    @Test
    void g03_asking_does_not_prolong() {
        Scan scan = ContractScans.small("one", 1);
        put(scan, Duration.ofMinutes(2));
        simulated.pass(Duration.ofMinutes(1));
        get(scan.key());
        simulated.pass(Duration.ofSeconds(70));

        assertThat(get(scan.key())).isEmpty();
    }

    @Test
    void g04_a_newer_scan_takes_the_place_and_brings_its_own_time() {
        Scan newer = ContractScans.small("longer", 2);
        put(ContractScans.small("longer", 1), Duration.ofMinutes(2));
        put(newer, Duration.ofMinutes(15));
        put(ContractScans.small("shorter", 1), Duration.ofMinutes(15));
        put(ContractScans.small("shorter", 2), Duration.ofMinutes(2));

        simulated.pass(Duration.ofMinutes(10));
        assertThat(get(newer.key())).contains(newer);
        assertThat(get(ContractScans.key("shorter"))).isEmpty();
    }

    @Test
    void g05_r45_keys_that_differ_in_one_component_never_meet() {
        List<ScanKey> keys = ContractScans.differingKeys();
        for (ScanKey key : keys) {
            try (SimulatedCache alone = simulated()) {
                alone.cache().put(ContractScans.under(key), AN_HOUR);
                assertThat(keys.stream()
                                .filter(other -> alone.cache().get(other).isPresent()))
                        .containsExactly(key);
            }
        }
    }

    @Test
    void g06_every_part_of_a_scan_comes_back() {
        Scan scan = ContractScans.withEverything();
        put(scan, AN_HOUR);

        Scan back = get(scan.key()).orElseThrow();
        assertThat(back).isEqualTo(scan);
        // Equal tags may stand in another order, and equal ids of Azure in another case; as texts they differ.
        assertThat(back.resources().toString()).isEqualTo(scan.resources().toString());
    }

    @Test
    void g07_a_large_scan_comes_back() {
        Scan scan = ContractScans.small("large", LARGE);
        put(scan, AN_HOUR);

        assertThat(get(scan.key()).map(back -> back.equals(scan))).contains(true);
    }

    @Test
    void g08_many_threads_may_use_it_at_once_and_replacing_leaves_no_moment_without_a_scan() throws Exception {
        Scan scan = ContractScans.small("one", 3);
        put(scan, AN_HOUR);
        AtomicBoolean over = new AtomicBoolean();
        Callable<Boolean> replacing = () -> {
            for (int round = 0; round < 200; round++) {
                put(scan, AN_HOUR);
            }
            over.set(true);
            return true;
        };
        Callable<Boolean> asking = () -> {
            boolean always = true;
            while (!over.get()) {
                always &= get(scan.key()).equals(Optional.of(scan));
            }
            return always;
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Boolean>> all = new ArrayList<>();
            List.of(replacing, asking, asking, asking).forEach(work -> all.add(threads.submit(work)));
            for (Future<Boolean> one : all) {
                assertThat(one.get()).isTrue();
            }
        }
    }

    @Test
    void g09_a_scan_to_be_kept_for_no_time_is_not_kept_and_takes_away_the_one_before() {
        put(ContractScans.small("one", 1), AN_HOUR);
        put(ContractScans.small("one", 2), Duration.ZERO);

        assertThat(get(ContractScans.key("one"))).isEmpty();
    }

    @Test
    void g10_while_the_store_cannot_be_reached_all_is_a_miss_and_nothing_throws() {
        Scan scan = ContractScans.small("one", 1);
        put(scan, AN_HOUR);
        if (befalls(new CacheTrouble.Unreachable())) {
            long began = System.nanoTime();
            assertThat(get(scan.key())).isEmpty();
            put(scan, AN_HOUR);

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(BOUND);
        }
    }

    @Test
    void g11_it_goes_on_when_the_store_can_be_reached_again() {
        Scan scan = ContractScans.small("one", 1);
        if (befalls(new CacheTrouble.Unreachable())) {
            put(scan, AN_HOUR);
            simulated.recover();
            put(scan, AN_HOUR);

            assertThat(get(scan.key())).contains(scan);
        }
    }

    @Test
    void g12_r45_an_entry_that_cannot_be_read_is_a_miss_and_can_be_replaced() {
        Scan scan = ContractScans.small("one", 1);
        put(scan, AN_HOUR);
        if (befalls(new CacheTrouble.Unreadable(scan.key()))) {
            assertThat(get(scan.key())).isEmpty();
            put(scan, AN_HOUR);
            assertThat(get(scan.key())).contains(scan);
        }
    }

    @Test
    void g13_r45_an_entry_under_another_key_than_its_own_is_a_miss() {
        Scan scan = ContractScans.small("one", 1);
        ScanKey other = ContractScans.key("other");
        put(scan, AN_HOUR);
        if (befalls(new CacheTrouble.Misplaced(scan.key(), other))) {
            assertThat(get(other)).isEmpty();
        }
    }

    private boolean befalls(CacheTrouble trouble) {
        if (simulated.impossible().contains(trouble.getClass())) {
            assertThatThrownBy(() -> simulated.inflict(trouble)).isInstanceOf(UnsupportedOperationException.class);
            return false;
        }
        simulated.inflict(trouble);
        return true;
    }

    private Optional<Scan> get(ScanKey key) {
        return simulated.cache().get(key);
    }

    private void put(Scan scan, Duration keep) {
        simulated.cache().put(scan, keep);
    }
}
