package io.tagcompliance.testkit;

import static io.tagcompliance.core.scan.Freshness.READ_NOW;
import static io.tagcompliance.core.scan.Freshness.REMEMBERED_WILL_DO;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.Region;
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
import io.tagcompliance.core.spi.CloudException;
import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a scan holds, and when a remembered one will do. */
class RememberedScansTest {
    private static final ScanKey.Reader READER = new ScanKey.Reader("tenant", "caller", "estate");

    private final MapCache cache = new MapCache();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T00:00:00Z"));
    private final InMemoryCloud cloud = InMemoryCloud.withContractEstate();

    @Test
    void a_second_question_is_answered_from_memory_unless_it_wants_fresh_facts() throws InterruptedException {
        EstateScanner scanner = scanner(READER, cloud);

        ScanReading first = read(scanner, REMEMBERED_WILL_DO);
        ScanReading second = read(scanner, REMEMBERED_WILL_DO);
        assertThat(first.readFrom()).isEqualTo(ReadFrom.LIVE);
        assertThat(second).isEqualTo(new ScanReading(first.scan(), ReadFrom.CACHE));
        assertThat(read(scanner, READ_NOW).scan().id())
                .isNotEqualTo(first.scan().id());
        assertThat(cloud.scans()).isEqualTo(2);
        assertThat(first.scan().takenAt()).isEqualTo(clock.instant());
    }

    @Test
    void a_scan_with_gaps_is_kept_for_a_shorter_time() throws InterruptedException {
        EstateScanner scanner = scanner(READER, cloud);
        ScanKey key = new ScanKey(READER, Scope.EVERYTHING);

        read(scanner, READ_NOW);
        // As long as it answers, and as long again while a new one is made.
        assertThat(cache.keep).containsEntry(key, Duration.ofMinutes(30));
        cloud.inflict(new Trouble.RegionDenied(new Region("us-east-1")));
        read(scanner, READ_NOW);
        assertThat(cache.keep).containsEntry(key, Duration.ofMinutes(2));
        assertThat(requireNonNull(cache.scans.get(key)).gaps()).hasSize(1);
    }

    @Test
    void r45_two_readers_whose_contexts_differ_in_one_component_never_share_an_entry() throws InterruptedException {
        List<ScanKey.Reader> readers = List.of(
                READER,
                new ScanKey.Reader("other", "caller", "estate"),
                new ScanKey.Reader("tenant", "other", "estate"),
                new ScanKey.Reader("tenant", "caller", "other"),
                new ScanKey.Reader("caller", "tenant", "estate"));

        for (ScanKey.Reader reader : readers) {
            assertThat(read(scanner(reader, cloud), REMEMBERED_WILL_DO).readFrom())
                    .isEqualTo(ReadFrom.LIVE);
        }
        Scope narrower = new Scope(Set.of(), Set.of(), Set.of(new Region("us-east-1")), Set.of());
        assertThat(scanner(READER, cloud)
                        .read(narrower, REMEMBERED_WILL_DO, Patience.UNLIMITED)
                        .readFrom())
                .isEqualTo(ReadFrom.LIVE);
        assertThat(cloud.scans()).isEqualTo(6);
        assertThat(cache.scans).hasSize(6);
    }

    @Test
    void r45_a_poisoned_entry_is_a_miss() throws InterruptedException {
        EstateScanner scanner = scanner(READER, cloud);
        ScanKey key = new ScanKey(READER, Scope.EVERYTHING);
        Scan good = read(scanner, READ_NOW).scan();
        ScanKey foreign = new ScanKey(ScanKey.Reader.local("other"), Scope.EVERYTHING);

        cache.scans.put(
                key,
                new Scan(
                        good.id(),
                        foreign,
                        good.takenAt(),
                        good.resources(),
                        good.gaps(),
                        good.censuses(),
                        good.regions()));
        assertThat(read(scanner, REMEMBERED_WILL_DO).readFrom()).isEqualTo(ReadFrom.LIVE);
        poisonWithTime(key, good, clock.instant().plusMillis(1));
        assertThat(read(scanner, REMEMBERED_WILL_DO).readFrom()).isEqualTo(ReadFrom.LIVE);
        poisonWithTime(key, good, clock.instant().minus(Duration.ofHours(1)));
        assertThat(read(scanner, REMEMBERED_WILL_DO).readFrom()).isEqualTo(ReadFrom.LIVE);
        poisonWithTime(key, good, clock.instant().minus(Duration.ofMinutes(14)));
        assertThat(read(scanner, REMEMBERED_WILL_DO).readFrom()).isEqualTo(ReadFrom.CACHE);
    }

    private void poisonWithTime(ScanKey key, Scan good, Instant takenAt) {
        cache.scans.put(
                key, new Scan(good.id(), key, takenAt, good.resources(), good.gaps(), good.censuses(), good.regions()));
    }

    @Test
    void a_resource_that_comes_twice_counts_once_as_it_was_first_read() throws InterruptedException {
        Resource first = Estates.resource("eu-west-1 ec2:instance i-2", Map.of("Owner", "first"));
        Resource again = Estates.resource("eu-west-1 ec2:instance i-2", Map.of("Owner", "again"));
        Resource other = Estates.resource("eu-west-1 ec2:instance i-1", Map.of());
        ScriptedCloud shifting = ScriptedCloud.of((scope, sink) -> {
            sink.page(List.of(first));
            sink.page(List.of());
            sink.page(List.of(again, other));
        });

        assertThat(read(scanner(READER, shifting), READ_NOW).scan().resources()).containsExactly(other, first);
    }

    @Test
    void a_cloud_that_cannot_be_asked_at_all_is_a_gap_as_wide_as_the_cloud_and_spares_the_others()
            throws InterruptedException {
        ReadFailure down = new ReadFailure(ReadFailure.Kind.UNAVAILABLE, "gcp:ListProjects", "try again later");
        ScriptedCloud broken = new ScriptedCloud(Cloud.GCP, (scope, sink) -> {
            throw CloudException.of(down, new IllegalStateException("cause"));
        });

        Scan scan = read(scanner(READER, cloud, broken), READ_NOW).scan();
        assertThat(scan.gaps()).containsExactly(new ScanGap(new Extent.OfCloud(Cloud.GCP), down, ScanGap.Kept.NOTHING));
        assertThat(scan.resources()).hasSize(33);
    }

    @Test
    void facts_are_live_only_where_a_live_cloud_was_in_question() throws InterruptedException {
        ScriptedCloud file = new ScriptedCloud(Cloud.GCP, (scope, sink) -> {});
        Scope onlyFile = new Scope(Set.of(Cloud.GCP), Set.of(), Set.of(), Set.of());
        EstateScanner scanner = scanner(READER, cloud, file);

        assertThat(scanner.read(onlyFile, READ_NOW, Patience.UNLIMITED).readFrom())
                .isEqualTo(ReadFrom.FILE);
        assertThat(read(scanner, READ_NOW).readFrom()).isEqualTo(ReadFrom.LIVE);
        assertThat(cloud.scans()).isEqualTo(1);
    }

    @Test
    void types_and_regions_of_other_clouds_are_not_asked_of_a_cloud() throws InterruptedException {
        Scope elsewhere = new Scope(
                Set.of(), Set.of(new AccountId("111111111111")), Set.of(), Set.of(new ResourceType("compute.disks")));

        assertThat(scanner(READER, cloud)
                        .read(elsewhere, READ_NOW, Patience.UNLIMITED)
                        .scan()
                        .resources())
                .isEmpty();
        assertThat(cloud.scans()).isZero();
    }

    private static ScanReading read(EstateScanner scanner, Freshness freshness) throws InterruptedException {
        return scanner.read(Scope.EVERYTHING, freshness, Patience.UNLIMITED);
    }

    private EstateScanner scanner(ScanKey.Reader reader, CloudProvider... clouds) {
        return new EstateScanner(List.of(clouds), reader, new EstateScanner.Memory(cache, Retention.DEFAULT, clock));
    }
}
