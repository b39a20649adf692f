package io.tagcompliance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.check.CheckRequest;
import io.tagcompliance.core.check.Keep;
import io.tagcompliance.core.check.Kept;
import io.tagcompliance.core.check.ResourceFilter;
import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.scan.Freshness;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.core.trend.DriftReport;
import io.tagcompliance.core.trend.DriftRequest;
import io.tagcompliance.core.trend.DriftRequest.Baseline;
import io.tagcompliance.core.trend.HistoryRequest;
import io.tagcompliance.core.trend.Interval;
import io.tagcompliance.core.trend.ViolationHistory;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.Severity;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.json.PolicyReader;
import io.tagcompliance.policy.json.PolicyReading;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What tests need that let an estate go through some days, by one history. */
abstract class EstateOverDays {
    static final Map<String, String> TIDY = Map.of("Owner", "ann");
    static final ScanGap GAP = new ScanGap(
            new Extent.OfAccount(Cloud.AWS, InMemoryCloud.ACCOUNT),
            new ReadFailure(ReadFailure.Kind.ACCESS_DENIED, "rds:DescribeDBInstances", "Allow it."),
            ScanGap.Kept.SOME);

    final SettableClock clock = new SettableClock(Instant.parse("2026-10-05T09:00:00Z"));
    final InMemoryHistory.Store store = new InMemoryHistory.Store();
    final List<Resource> estate = new ArrayList<>();
    final List<ScanGap> gaps = new ArrayList<>();
    TagPolicy policy = requiring("Owner");

    static TagPolicy requiring(String key) {
        String json = "{\"version\": \"1.0\", \"required_tags\": [{\"name\": \"%s\"}]}".formatted(key);
        return ((PolicyReading.Accepted) PolicyReader.read(json.getBytes(StandardCharsets.UTF_8))).policy();
    }

    /** The estate as it is now. */
    CloudProvider cloud() {
        return ScriptedCloud.of((scope, sink) -> {
            sink.page(estate);
            gaps.forEach(sink::gap);
        });
    }

    TagCompliance compliance() {
        return TagCompliance.judgedBy(policy)
                .reading(cloud())
                .keeping(InMemoryHistory.on(store, clock))
                .at(clock)
                .build();
    }

    /** A day with these databases and a check of them, of which the resources are kept too. */
    void day(Resource... databases) throws InterruptedException {
        check(Keep.WITH_RESOURCES, databases);
        clock.pass(Duration.ofDays(1));
    }

    /** A day on which part of it can't be read. */
    void partialDay(Resource... databases) throws InterruptedException {
        gaps.add(GAP);
        day(databases);
        gaps.clear();
    }

    /** A check of these databases. */
    void check(Keep keep, Resource... databases) throws InterruptedException {
        estate.clear();
        estate.addAll(List.of(databases));
        CheckRequest request = new CheckRequest(
                ResourceFilter.EVERYTHING, Set.of(Severity.ERROR), Freshness.READ_NOW, keep, BigDecimal.ZERO);
        assertThat(compliance().check().check(request, Patience.UNLIMITED).kept())
                .isEqualTo(Kept.KEPT);
    }

    static Resource tidy(String name) {
        return NamedResources.database(name, TIDY);
    }

    static Resource bare(String name) {
        return NamedResources.database(name, Map.of());
    }

    ViolationHistory history(Interval interval) {
        return history(90, interval);
    }

    ViolationHistory history(int days, Interval interval) {
        return compliance().history().show(new HistoryRequest(ResourceFilter.EVERYTHING, days, interval));
    }

    DriftReport drift(int flood, TagKey... keys) throws InterruptedException {
        return drift(new Baseline.OldestWithin(30), flood, keys);
    }

    DriftReport drift(Baseline baseline, int flood, TagKey... keys) throws InterruptedException {
        return compliance()
                .drift()
                .detect(
                        new DriftRequest(ResourceFilter.EVERYTHING, baseline, Set.of(keys), flood, Freshness.READ_NOW),
                        Patience.UNLIMITED);
    }
}
