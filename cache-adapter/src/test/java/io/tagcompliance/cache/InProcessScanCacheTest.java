package io.tagcompliance.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.Scan;
import io.tagcompliance.core.resource.ScanId;
import io.tagcompliance.core.resource.ScanKey;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.spi.ScanCache;
import io.tagcompliance.testkit.CacheTrouble;
import io.tagcompliance.testkit.InMemoryCloud;
import io.tagcompliance.testkit.ScanCacheContract;
import io.tagcompliance.testkit.SimulatedCache;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InProcessScanCacheTest extends ScanCacheContract {
    private static final Resource RESOURCE =
            InMemoryCloud.withContractEstate().estate().getFirst();

    @Override
    protected SimulatedCache simulated() {
        AtomicLong nanos = new AtomicLong();
        return new InThisProcess(new InProcessScanCache(nanos::get), nanos);
    }

    /** What lies in the memory of the process can always be reached and read, and lies where it was put. */
    private record InThisProcess(ScanCache cache, AtomicLong nanos) implements SimulatedCache {
        @Override
        public void pass(Duration time) {
            nanos.addAndGet(time.toNanos());
        }

        @Override
        public void inflict(CacheTrouble trouble) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<Class<? extends CacheTrouble>> impossible() {
            return Set.of(CacheTrouble.Unreachable.class, CacheTrouble.Unreadable.class, CacheTrouble.Misplaced.class);
        }

        @Override
        public void recover() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            // The memory goes with the test.
        }
    }

    @Test
    void holds_no_more_than_two_million_resources() {
        ScanCache cache = new InProcessScanCache();
        List<Integer> numbers = IntStream.range(0, 5).boxed().toList();
        numbers.forEach(number -> cache.put(scan("scan " + number, 700_000), Duration.ofHours(1)));

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            while (numbers.stream()
                            .filter(number -> cache.get(key("scan " + number)).isPresent())
                            .count()
                    > 2) {
                Thread.onSpinWait();
            }
        });
        cache.put(scan("small", 10), Duration.ofHours(1));
        assertThat(cache.get(key("small"))).isPresent();
    }

    private static ScanKey key(String caller) {
        return new ScanKey(new ScanKey.Reader("tenant", caller, "estate"), Scope.EVERYTHING);
    }

    private static Scan scan(String caller, int resources) {
        return new Scan(
                new ScanId(caller),
                key(caller),
                Instant.EPOCH,
                Collections.nCopies(resources, RESOURCE),
                List.of(),
                List.of(),
                List.of());
    }
}
