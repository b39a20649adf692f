package io.tagcompliance.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.Scan;
import io.tagcompliance.core.resource.ScanId;
import io.tagcompliance.core.resource.ScanKey;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.testkit.InMemoryCloud;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InProcessScanCacheTest {
    private static final Resource RESOURCE =
            InMemoryCloud.withContractEstate().estate().getFirst();

    private final AtomicLong nanos = new AtomicLong();
    private final InProcessScanCache cache = new InProcessScanCache(nanos::get);

    @Test
    void gives_back_a_scan_under_its_own_key_only() {
        cache.put(scan("one", 1), Duration.ofMinutes(1));

        assertThat(cache.get(key("one"))).contains(scan("one", 1));
        assertThat(cache.get(key("other"))).isEmpty();
    }

    @Test
    void a_scan_expires_after_the_time_it_was_to_be_kept() {
        cache.put(scan("long", 1), Duration.ofMinutes(15));
        cache.put(scan("short", 1), Duration.ofMinutes(2));

        pass(Duration.ofSeconds(119));
        assertThat(cache.get(key("short"))).isPresent();
        pass(Duration.ofSeconds(1));
        assertThat(cache.get(key("short"))).isEmpty();
        assertThat(cache.get(key("long"))).isPresent();
        pass(Duration.ofMinutes(13));
        assertThat(cache.get(key("long"))).isEmpty();
    }

    @Test
    void asking_does_not_prolong_a_scan() {
        cache.put(scan("one", 1), Duration.ofMinutes(2));
        pass(Duration.ofSeconds(90));
        cache.get(key("one"));
        pass(Duration.ofSeconds(30));

        assertThat(cache.get(key("one"))).isEmpty();
    }

    @Test
    void a_newer_scan_takes_the_place_and_brings_its_own_time() {
        cache.put(scan("one", 1), Duration.ofMinutes(2));
        pass(Duration.ofMinutes(1));
        cache.put(scan("one", 2), Duration.ofMinutes(15));
        pass(Duration.ofMinutes(14));
        assertThat(cache.get(key("one"))).contains(scan("one", 2));

        cache.put(scan("one", 3), Duration.ofSeconds(1));
        pass(Duration.ofSeconds(1));
        assertThat(cache.get(key("one"))).isEmpty();
    }

    @Test
    void replacing_a_scan_leaves_no_moment_without_one() throws InterruptedException {
        cache.put(scan("one", 1), Duration.ofMinutes(2));
        AtomicBoolean over = new AtomicBoolean();
        Thread replacing = Thread.ofPlatform().start(() -> {
            for (int round = 0; round < 20_000; round++) {
                cache.put(scan("one", 1), Duration.ofMinutes(2));
            }
            over.set(true);
        });
        while (!over.get()) {
            assertThat(cache.get(key("one"))).isPresent();
        }
        replacing.join();
    }

    @Test
    void holds_no_more_than_two_million_resources() {
        List<Integer> numbers = IntStream.range(0, 5).boxed().toList();
        numbers.forEach(number -> cache.put(scan("scan " + number, 700_000), Duration.ofHours(1)));

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            while (kept(numbers) > 2) {
                Thread.onSpinWait();
            }
        });
        cache.put(scan("small", 10), Duration.ofHours(1));
        assertThat(cache.get(key("small"))).isPresent();
    }

    private long kept(List<Integer> numbers) {
        return numbers.stream()
                .filter(number -> cache.get(key("scan " + number)).isPresent())
                .count();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static ScanKey key(String caller) {
        return new ScanKey(new ScanKey.Reader("tenant", caller, "estate"), Scope.EVERYTHING);
    }

    private static Scan scan(String caller, int resources) {
        return new Scan(
                new ScanId(caller), key(caller), Instant.EPOCH, Collections.nCopies(resources, RESOURCE), List.of());
    }
}
