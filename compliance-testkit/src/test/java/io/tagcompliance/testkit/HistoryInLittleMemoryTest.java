package io.tagcompliance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.check.CheckRequest;
import io.tagcompliance.core.check.Keep;
import io.tagcompliance.core.check.ResourceFilter;
import io.tagcompliance.core.history.ScanPoint;
import io.tagcompliance.core.history.ScanPoint.PointCounts;
import io.tagcompliance.core.history.Snapshot;
import io.tagcompliance.core.resource.ScanId;
import io.tagcompliance.core.scan.Freshness;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.core.trend.HistoryRequest;
import io.tagcompliance.core.trend.Interval;
import io.tagcompliance.core.trend.ViolationHistory;
import io.tagcompliance.core.trend.ViolationHistory.Why;
import io.tagcompliance.policy.Severity;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.json.PolicyReader;
import io.tagcompliance.policy.json.PolicyReading;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What was kept is unpacked only where that is of use and there is room for it. */
class HistoryInLittleMemoryTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-10-05T09:00:00Z"));
    private final InMemoryHistory.Store store = new InMemoryHistory.Store();

    /** A history of scans of two milliards of resources, which nobody can unpack. */
    private static final class Huge extends ForwardingHistory {
        Huge(InMemoryHistory sound) {
            super(sound);
        }

        @Override
        public List<ScanPoint> points(String scope, Instant from) {
            return super.points(scope, from).stream().map(Huge::grown).toList();
        }

        private static ScanPoint grown(ScanPoint point) {
            PointCounts counts = new PointCounts(Integer.MAX_VALUE, Integer.MAX_VALUE, 1, 0, 1);
            return new ScanPoint(
                    point.scan(), point.takenAt(), point.line(), point.gaps(), counts, point.attributionGap());
        }

        @Override
        public Optional<Snapshot> snapshot(String scope, ScanId scan) {
            throw new AssertionError("unpacked");
        }
    }

    private TagCompliance compliance() {
        byte[] json =
                "{\"version\": \"1.0\", \"required_tags\": [{\"name\": \"Owner\"}]}".getBytes(StandardCharsets.UTF_8);
        TagPolicy policy = ((PolicyReading.Accepted) PolicyReader.read(json)).policy();
        return TagCompliance.judgedBy(policy)
                .reading(ScriptedCloud.of(
                        (scope, sink) -> sink.page(List.of(NamedResources.database("a", Map.of("Owner", "ann"))))))
                .keeping(new Huge(InMemoryHistory.on(store, clock)))
                .at(clock)
                .build();
    }

    private void day() throws InterruptedException {
        compliance()
                .check()
                .check(
                        new CheckRequest(
                                ResourceFilter.EVERYTHING,
                                Set.of(Severity.ERROR),
                                Freshness.READ_NOW,
                                Keep.WITH_RESOURCES,
                                BigDecimal.ZERO),
                        Patience.UNLIMITED);
        clock.pass(Duration.ofDays(1));
    }

    private String whyUnknown() {
        ViolationHistory history =
                compliance().history().show(new HistoryRequest(ResourceFilter.EVERYTHING, 90, Interval.DAY));
        return ((Why.Unknown) history.why()).reason();
    }

    @Test
    void a_scan_without_another_to_compare_it_with_is_not_unpacked() throws InterruptedException {
        day();

        assertThat(whyUnknown()).contains("there are not two complete scans");
    }

    @Test
    void r81_scans_that_are_too_large_for_the_memory_are_not_unpacked() throws InterruptedException {
        day();
        day();

        assertThat(whyUnknown()).contains("takes more memory", "MiB");
    }
}
