package io.tagcompliance.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.ReadFailure.Kind;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.resource.ScanGap.Kept;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.testkit.CollectingSink;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A scan that runs out of time while a part of AWS hangs. */
class AwsDeadlineTest extends AwsLabTest {
    private static final Duration TIME = Duration.ofMillis(500);
    private static final Duration LONG_BEFORE_THE_LAB_ANSWERS = Duration.ofSeconds(5);

    /** The SDK's first clients of a process take longer than that. */
    @BeforeEach
    void scanOnce() throws InterruptedException {
        scan(of("sqs:queue", "sns:topic", "ec2:volume"));
    }

    private CollectingSink scanInTime(String... types) throws InterruptedException {
        Connection known = lab.connection();
        Connection.Pace pace = known.pace();
        Connection.Pace brief =
                new Connection.Pace(pace.shortest(), pace.longest(), pace.attempt(), pace.call(), TIME, pace.rates());
        CollectingSink sink = new CollectingSink();
        Instant begun = Instant.now();
        try (AwsCloud hurried = AwsCloud.of(
                new AwsSettings(Set.of(LabEstate.IRELAND)), new Connection(known.end(), known.credentials(), brief))) {
            hurried.inventory().scan(of(types), sink);
        }
        assertThat(Duration.between(begun, Instant.now())).isLessThan(LONG_BEFORE_THE_LAB_ANSWERS);
        return sink;
    }

    private static void assertOutOfTime(ReadFailure failure, String operation) {
        assertThat(failure.kind()).isEqualTo(Kind.INTERRUPTED);
        assertThat(failure.operation()).isEqualTo(operation);
        assertThat(failure.remedy()).contains("The time for one scan was over");
    }

    @Test
    void r60_what_was_read_before_the_deadline_is_there_and_the_rest_is_a_gap_that_says_so() throws Exception {
        lab.disturb(calls("sns:ListTopics").and(call -> !call.token().isEmpty()), LabFault.STALLED);

        CollectingSink scan = scanInTime("sns:topic", "ec2:volume");

        assertThat(scan.resources())
                .filteredOn(resource -> resource.type().name().equals("ec2:volume"))
                .hasSize(EACH);
        assertThat(scan.resources()).hasSize(EACH + LabPaging.PAGE);
        assertThat(scan.finished()).hasSize(1);
        assertThat(scan.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.kept()).isEqualTo(Kept.SOME);
            assertOutOfTime(gap.failure(), "sns:ListTopics");
        });
    }

    @Test
    void r60_where_the_tagging_api_hangs_resources_are_there_and_their_tags_unknown() throws Exception {
        lab.disturb(calls("tag:GetResources"), LabFault.STALLED);

        CollectingSink scan = scanInTime("sqs:queue");

        assertThat(scan.resources())
                .hasSize(EACH)
                .extracting(Resource::tags)
                .allSatisfy(tags -> assertThat(tags)
                        .isInstanceOfSatisfying(
                                TagReading.Unknown.class,
                                unknown -> assertOutOfTime(unknown.failure(), "sqs:ListQueueTags")));
    }

    @Test
    void r60_where_everything_hangs_a_scan_ends_all_the_same() throws Exception {
        lab.disturb(call -> !call.service().equals("sts"), LabFault.STALLED);

        assertThat(scanInTime("sns:topic", "ec2:volume").gaps())
                .hasSize(2)
                .extracting(ScanGap::failure)
                .allSatisfy(failure -> assertThat(failure.kind()).isEqualTo(Kind.INTERRUPTED));
    }
}
