package io.tagcompliance.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.aws.LabThrottle.Arrivals;
import io.tagcompliance.aws.Rates.Rate;
import io.tagcompliance.core.resource.ReadFailure.Kind;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.testkit.CollectingSink;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How fast a scan asks where AWS counts its calls. */
class AwsPaceTest extends AwsLabTest {
    /** By how much the calls of some time may come closer together on their way. */
    private static final double UNDERWAY_SECONDS = 0.15;

    private static CollectingSink scan(AwsCloud cloud, Scope scope) throws InterruptedException {
        CollectingSink sink = new CollectingSink();
        cloud.inventory().scan(scope, sink);
        return sink;
    }

    /** Types of Ireland, fewer than there may be calls under way: what waits for another call to end comes late. */
    private static Scope types(String... prefixes) {
        Set<ResourceType> types = AwsTypes.names().stream()
                .filter(type -> Stream.of(prefixes).anyMatch(type.name()::startsWith))
                .collect(Collectors.toSet());
        return new Scope(Set.of(), Set.of(), Set.of(LabEstate.IRELAND), types);
    }

    private static Rates ofEc2(int burst, double perSecond) {
        return new Rates(Map.of("ec2", new Rate(burst, perSecond)), Rates.UNLIMITED.others(), 1);
    }

    private AwsCloud cloud(Rates rates) {
        return AwsCloud.of(new AwsSettings(new LinkedHashSet<>(LabEstate.REGIONS)), lab.connection(rates));
    }

    private void assertNoneFasterThan(Rates rates) {
        assertThat(lab.throttle().arrivals()).isNotEmpty().allSatisfy(some -> {
            Rate rate = rates.of(some.service());
            double seconds = some.time().toNanos() / 1e9 + UNDERWAY_SECONDS;
            assertThat((double) some.calls()).isLessThanOrEqualTo(rate.burst() + rate.perSecond() * seconds);
        });
    }

    private int calls() {
        return lab.throttle().arrivals().stream().mapToInt(Arrivals::calls).sum();
    }

    private int refused() {
        return lab.throttle().arrivals().stream().mapToInt(Arrivals::refused).sum();
    }

    /** The second of two scans, since the first makes the clients, which takes time. */
    private void assertHardlyEverThrottled(Map<String, Rate> published, Scope scope) throws InterruptedException {
        Rates configured = new Rates(published, Rates.UNLIMITED.others(), 0.95);
        try (AwsCloud paced = cloud(configured)) {
            scan(paced, scope);
            lab.paging().ofSize(EACH / 4);
            lab.throttle().to(new Rates(published, configured.others(), 1));
            CollectingSink scan = scan(paced, scope);

            assertThat(scan.gaps()).isEmpty();
            assertThat(tags(scan.resources())).isEqualTo(truth(scope::includes));
        }
        assertNoneFasterThan(configured);
        assertThat(calls()).isGreaterThan(100);
        assertThat(refused()).isLessThanOrEqualTo(calls() / 100);
    }

    @Test
    void r60_a_scan_is_never_faster_than_configured_and_so_hardly_ever_throttled() throws Exception {
        assertHardlyEverThrottled(
                Map.of("ec2", new Rate(20, 60), "tag", new Rate(5, 20)),
                types("ec2:", "s3:", "lambda:", "sqs:", "sns:", "dynamodb:", "ecr:"));
    }

    @Test
    @Timeout(120)
    void r60_nor_is_a_scan_of_all_types_in_several_regions_whose_calls_wait_for_each_other() throws Exception {
        assertHardlyEverThrottled(Map.of("ec2", new Rate(20, 40)), ALL);
    }

    @Test
    void r60_where_aws_allows_less_than_configured_a_scan_slows_down_and_reads_all() throws Exception {
        lab.paging().ofSize(EACH / 4);
        lab.throttle().to(ofEc2(2, 50));
        try (AwsCloud hasty = cloud(ofEc2(20, 100))) {
            CollectingSink scan = scan(hasty, types("ec2:"));

            assertThat(scan.gaps()).isEmpty();
            assertThat(tags(scan.resources())).isEqualTo(truth(types("ec2:")::includes));
        }
        assertThat(refused()).isPositive();
        assertNoneFasterThan(ofEc2(20, 70));
    }

    @Test
    void r60_further_tries_of_a_call_are_no_faster_than_configured_either() throws Exception {
        lab.throttle().to(Rates.UNLIMITED);
        lab.disturb(calls("ec2:DescribeVolumes"), LabFault.THROTTLED);
        Rates configured = ofEc2(1, 10);
        try (AwsCloud paced = cloud(configured)) {
            assertThat(scan(paced, types("ec2:volume")).gaps())
                    .singleElement()
                    .satisfies(gap -> assertThat(gap.failure().kind()).isEqualTo(Kind.THROTTLED));
        }
        assertThat(lab.calls()).filteredOn(calls("ec2:DescribeVolumes")).hasSize(10);
        assertNoneFasterThan(configured);
    }
}
