package io.tagcompliance.testkit;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.ReadFailure.Kind;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.spi.CloudException;
import io.tagcompliance.core.spi.Finding;
import io.tagcompliance.core.spi.ResourceInventory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The guarantees of {@link ResourceInventory}, each tested by its number.
 *
 * <p>An adapter inherits these tests and says how its cloud is simulated. Each test looks at its own guarantee only, so
 * that a broken adapter fails what it broke and nothing else.
 */
@Timeout(60)
public abstract class ResourceInventoryContract {
    private static final Duration A_SECOND_AND_SOME = Duration.ofMillis(1_500);

    @SuppressWarnings("NullAway.Init") // JUnit calls open() before each test
    private SimulatedCloud cloud;

    /** A new simulated cloud, undisturbed. */
    protected abstract SimulatedCloud cloud();

    @BeforeEach
    void open() {
        cloud = cloud();
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void g01_every_resource_of_the_scope_comes_exactly_once() throws Exception {
        List<ResourceId> expected = ids(cloud.estate().stream()
                .filter(resource -> !isGlobal(resource) && !neverTagged(resource))
                .toList());
        List<ResourceId> seen = ids(scan().resources());

        assertThat(seen.stream().filter(expected::contains)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(ids(cloud.estate())).as("nobody else's resources").containsAll(seen);
    }

    @Test
    void g02_paging_ends_with_a_gap_where_a_page_token_repeats() throws Exception {
        if (befalls(new Trouble.PagesRepeat())) {
            assertThat(scan().gaps()).extracting(gap -> gap.failure().kind()).contains(Kind.BROKEN_PAGING);
        }
    }

    @Test
    void g03_resources_that_were_never_tagged_are_included() throws Exception {
        List<ResourceId> untagged = ids(cloud.estate().stream()
                .filter(ResourceInventoryContract::neverTagged)
                .toList());

        assertThat(untagged).isNotEmpty();
        assertThat(ids(scan().resources())).containsAll(untagged);
    }

    @Test
    void g04_tags_that_could_not_be_read_are_unknown() throws Exception {
        Resource hidden = lastGlobal();
        if (befalls(new Trouble.TagsDenied(hidden.id()))) {
            assertThat(scan().resources())
                    .filteredOn(resource -> resource.id().equals(hidden.id()))
                    .isNotEmpty()
                    .allSatisfy(resource -> assertThat(resource.tags()).isInstanceOf(TagReading.Unknown.class));
        }
    }

    @Test
    void g05_keys_and_values_keep_every_byte() throws Exception {
        Map<ResourceId, List<Resource>> truth = cloud.estate().stream().collect(groupingBy(Resource::id));

        assertThat(scan().resources())
                .isNotEmpty()
                .allSatisfy(resource -> assertThat(resource.tags())
                        .isEqualTo(requireNonNull(truth.get(resource.id()))
                                .getFirst()
                                .tags()));
    }

    @Test
    void g06_nothing_outside_the_scope_comes() throws Exception {
        Resource one = cloud.estate().getFirst();
        Set<AccountId> itsAccount = Set.of(one.location().account());
        Set<AccountId> another = Set.of(new AccountId("no-such-account"));

        for (Scope scope : List.of(
                new Scope(Set.of(), Set.of(), Set.of(one.location().region()), Set.of()),
                new Scope(Set.of(), Set.of(), Set.of(), Set.of(one.type())),
                new Scope(
                        Set.of(one.id().cloud()),
                        itsAccount,
                        Set.of(one.location().region()),
                        Set.of(one.type())))) {
            assertThat(scan(scope).resources()).isNotEmpty().allMatch(scope::includes);
        }
        assertThat(scan(new Scope(Set.of(), another, Set.of(), Set.of())).resources())
                .isEmpty();
    }

    @Test
    void g07_a_denied_region_is_a_gap_and_the_others_are_complete() throws Exception {
        Region denied = cloud.estate().getFirst().location().region();
        List<ResourceId> elsewhere = ids(scan().resources().stream()
                .filter(resource ->
                        !isGlobal(resource) && !resource.location().region().equals(denied))
                .toList());
        if (befalls(new Trouble.RegionDenied(denied))) {
            CollectingSink scan = scan();

            assertThat(scan.gaps())
                    .filteredOn(gap -> covers(gap, denied))
                    .isNotEmpty()
                    .allSatisfy(gap -> assertThat(gap.failure().kind()).isEqualTo(Kind.ACCESS_DENIED));
            assertThat(scan.finished()).noneMatch(cell -> cell.region().equals(denied));
            assertThat(ids(scan.resources())).containsAll(elsewhere);
        }
    }

    @Test
    void g08_a_type_that_is_not_read_is_refused() {
        Scope foreign = new Scope(Set.of(), Set.of(), Set.of(), Set.of(cloud.foreignType()));

        assertThatThrownBy(() -> scan(foreign)).isInstanceOf(CloudException.Unsupported.class);
        assertThat(cloud.inventory().reach().types()).doesNotContain(cloud.foreignType());
    }

    @Test
    void g09_throttling_is_waited_out() throws Exception {
        if (befalls(new Trouble.Throttled(3))) {
            assertThat(scan().gaps()).isEmpty();
        }
    }

    @Test
    void g10_expired_credentials_are_named() throws Exception {
        if (befalls(new Trouble.CredentialsExpired())) {
            assertThat(scan().gaps())
                    .isNotEmpty()
                    .allSatisfy(gap -> assertThat(gap.failure().kind()).isEqualTo(Kind.UNAUTHENTICATED));
        }
    }

    @Test
    void g11_no_message_holds_a_secret() throws Exception {
        if (befalls(new Trouble.CredentialsExpired())) {
            List<ScanGap> gaps = new ArrayList<>(scan().gaps());

            assertThat(gaps).isNotEmpty().noneMatch(gap -> gap.toString().contains(cloud.secret()));
        }
    }

    @Test
    void g12_many_threads_may_use_it_at_once() throws Exception {
        List<ResourceId> alone = sortedIds(scan());
        Callable<List<ResourceId>> sameScan = () -> sortedIds(scan());
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<List<ResourceId>> scan : threads.invokeAll(List.of(sameScan, sameScan, sameScan, sameScan))) {
                assertThat(scan.get()).isEqualTo(alone);
            }
        }
    }

    @Test
    void g13_it_reacts_to_interruption_within_a_second() throws Exception {
        if (befalls(new Trouble.Stalled())) {
            Thread scanning = Thread.ofPlatform().start(this::scanUntilInterrupted);
            Thread.sleep(400);
            scanning.interrupt();

            assertThat(scanning.join(A_SECOND_AND_SOME)).as("it ended").isTrue();
        }
    }

    @Test
    void g14_global_resources_come_once() throws Exception {
        List<ResourceId> globals = ids(cloud.estate().stream()
                .filter(resource -> isGlobal(resource) && !neverTagged(resource))
                .toList());

        assertThat(globals).isNotEmpty();
        assertThat(ids(scan().resources()).stream().filter(globals::contains))
                .containsExactlyInAnyOrderElementsOf(globals);
    }

    @Test
    void g15_find_tells_found_absent_and_unreadable_apart() throws Exception {
        ResourceId there = cloud.estate().getFirst().id();
        ResourceId hidden = lastGlobal().id();
        if (befalls(new Trouble.LookupDenied(hidden))) {
            List<Finding> findings = cloud.inventory().find(List.of(hidden, cloud.absentId(), there));

            assertThat(findings).extracting(Finding::id).containsExactly(hidden, cloud.absentId(), there);
            assertThat(findings.get(0)).isInstanceOf(Finding.Unreadable.class);
            assertThat(findings.get(1)).isInstanceOf(Finding.Absent.class);
            assertThat(findings.get(2)).isInstanceOf(Finding.Found.class);
        }
    }

    @Test
    void g16_after_it_is_closed_it_refuses_to_be_used() {
        List<ResourceId> some = List.of(cloud.estate().getFirst().id());
        cloud.close();

        assertThatThrownBy(this::scan).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> cloud.inventory().find(some)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void g17_the_order_within_a_cell_is_stable() throws Exception {
        assertThat(idsByCell(scan())).isEqualTo(idsByCell(scan()));
    }

    private boolean befalls(Trouble trouble) {
        if (cloud.impossible().contains(trouble.getClass())) {
            assertThatThrownBy(() -> cloud.inflict(trouble)).isInstanceOf(UnsupportedOperationException.class);
            return false;
        }
        cloud.inflict(trouble);
        return true;
    }

    private CollectingSink scan() throws InterruptedException {
        return scan(Scope.EVERYTHING);
    }

    private CollectingSink scan(Scope scope) throws InterruptedException {
        CollectingSink sink = new CollectingSink();
        cloud.inventory().scan(scope, sink);
        return sink;
    }

    private void scanUntilInterrupted() {
        try {
            scan();
        } catch (InterruptedException expected) {
            Thread.currentThread().interrupt();
        }
    }

    private Resource lastGlobal() {
        return cloud.estate().getLast();
    }

    /** Whether it is of the type that is listed once for all regions: that of the estate's last resource. */
    private boolean isGlobal(Resource resource) {
        return resource.type().equals(cloud.estate().getLast().type());
    }

    private static boolean neverTagged(Resource resource) {
        return resource.tags() instanceof TagReading.Known known
                && known.tags().asMap().isEmpty();
    }

    private static boolean covers(ScanGap gap, Region region) {
        return switch (gap.extent()) {
            case Extent.OfCloud everywhere -> true;
            case Extent.OfAccount everywhere -> true;
            case Extent.OfRegion wide -> wide.region().equals(region);
            case Extent.Cell cell -> cell.region().equals(region);
        };
    }

    private static List<ResourceId> ids(List<Resource> resources) {
        return resources.stream().map(Resource::id).toList();
    }

    private static List<ResourceId> sortedIds(CollectingSink scan) {
        return scan.resources().stream().map(Resource::id).sorted().toList();
    }

    private static Map<List<Object>, List<ResourceId>> idsByCell(CollectingSink scan) {
        return scan.resources().stream()
                .collect(groupingBy(
                        resource -> List.of(resource.type(), resource.location()), mapping(Resource::id, toList())));
    }
}
