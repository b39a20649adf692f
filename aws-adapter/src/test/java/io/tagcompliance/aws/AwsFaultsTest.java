package io.tagcompliance.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.ReadFailure.Kind;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.resource.ScanGap.Kept;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.testkit.CollectingSink;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;

/** What becomes of a scan when a part of AWS doesn't answer as it should: that part is a gap, everything else complete. */
class AwsFaultsTest extends AwsLabTest {

    private static Predicate<LabCall> in(String region) {
        return call -> call.region().equals(region);
    }

    private static Predicate<Resource> not(String service) {
        return resource -> !resource.type().name().startsWith(service);
    }

    private static Extent.Cell cell(AwsType type, Region region) {
        return new Extent.Cell(Cloud.AWS, LabEstate.ACCOUNT, region, type.type());
    }

    private static LabFault fault(String name) {
        return switch (name) {
            case "cut text" -> LabFault.CUT_TEXT;
            case "cut body" -> LabFault.CUT_BODY;
            case "empty" -> LabFault.EMPTY;
            case "web page" -> LabFault.WEB_PAGE;
            case "reset" -> LabFault.RESET;
            default -> LabFault.BAD_GATEWAY;
        };
    }

    @Test
    void r59_one_denied_region_is_a_gap_in_each_of_its_cells() throws Exception {
        lab.disturb(in("eu-west-1"), LabFault.DENIED);

        CollectingSink scan = scan();

        assertThat(tags(scan.resources()))
                .isEqualTo(truth(resource -> !resource.location().region().equals(LabEstate.IRELAND)));
        assertThat(scan.gaps()).hasSize(AwsTypes.ALL.size() - GLOBAL_TYPES).allSatisfy(gap -> {
            assertThat(gap.failure().kind()).isEqualTo(Kind.ACCESS_DENIED);
            assertThat(((Extent.Cell) gap.extent()).region()).isEqualTo(LabEstate.IRELAND);
            assertThat(gap.kept()).isEqualTo(Kept.NOTHING);
        });
        assertThat(scan.finished()).hasSize(CELLS - (AwsTypes.ALL.size() - GLOBAL_TYPES));
    }

    /** AWS knows no keys where an account hasn't enabled a Region, and each protocol has a word of its own for that. */
    @Test
    void r59_a_region_that_is_named_and_not_enabled_is_a_gap_that_says_so() throws Exception {
        lab.disturb(in("us-west-2"), (call, answer, exchange) -> LabFault.send(exchange, LabAnswer.disabled(call)));

        CollectingSink scan = scan();

        assertThat(tags(scan.resources()))
                .isEqualTo(truth(resource -> !resource.location().region().equals(LabEstate.OREGON)));
        assertThat(scan.gaps()).hasSize(AwsTypes.ALL.size() - GLOBAL_TYPES).allSatisfy(gap -> {
            assertThat(((Extent.Cell) gap.extent()).region()).isEqualTo(LabEstate.OREGON);
            assertThat(gap.failure().kind()).isEqualTo(Kind.UNAUTHENTICATED);
            assertThat(gap.failure().remedy()).contains("us-west-2").contains("has enabled the Region");
        });
    }

    @Test
    void r59_a_denied_list_names_the_call_and_the_permission() throws Exception {
        lab.disturb(calls("s3:ListBuckets"), LabFault.DENIED);

        assertThat(scan(of("s3:bucket")).gaps())
                .extracting(ScanGap::failure)
                .contains(new ReadFailure(
                        Kind.ACCESS_DENIED,
                        "s3:ListBuckets",
                        "Allow s3:ListAllMyBuckets in us-west-2 to the identity in use."));
    }

    @Test
    void one_service_that_refuses_connections_is_a_gap_of_its_cells() throws Exception {
        lab.disturb(call -> call.service().equals("rds"), LabFault.RESET);

        CollectingSink scan = scan();

        assertThat(tags(scan.resources())).isEqualTo(truth(not("rds:")));
        assertThat(scan.gaps()).hasSize(3 * 4).extracting(kind()).containsOnly(Kind.UNAVAILABLE);
    }

    @Test
    void where_the_tagging_api_is_denied_each_service_is_asked() throws Exception {
        lab.disturb(calls("tag:GetResources", LabEstate.IRELAND), LabFault.DENIED);

        CollectingSink scan = scan();

        assertThat(tags(scan.resources())).isEqualTo(truth(resource -> true));
        assertThat(scan.gaps()).isEmpty();
        assertThat(lab.calls().stream().filter(in("eu-west-1")).toList())
                .extracting(LabCall::operation)
                .contains(
                        "s3:GetBucketTagging",
                        "lambda:ListTags",
                        "dynamodb:ListTagsOfResource",
                        "sns:ListTagsForResource",
                        "sqs:ListQueueTags");
        assertThat(lab.calls()).filteredOn(calls("lambda:ListTags")).hasSize(EACH);
    }

    @Test
    void where_the_tags_of_one_bucket_are_denied_too_they_are_unknown() throws Exception {
        String bucket = "bucket-eu-west-1-003";
        lab.disturb(calls("tag:GetResources", LabEstate.IRELAND), LabFault.DENIED);
        lab.disturb(calls("s3:GetBucketTagging").and(call -> call.path().endsWith(bucket)), LabFault.DENIED);

        CollectingSink scan = scan();

        assertThat(scan.gaps()).isEmpty();
        assertThat(scan.resources())
                .filteredOn(resource -> resource.tags() instanceof TagReading.Unknown)
                .singleElement()
                .satisfies(resource -> {
                    assertThat(resource.name()).isEqualTo(bucket);
                    assertThat(((TagReading.Unknown) resource.tags()).failure().operation())
                            .isEqualTo("s3:GetBucketTagging");
                });
    }

    @Test
    void r60_a_throttling_storm_is_waited_out() throws Exception {
        lab.disturb(call -> !call.service().equals("sts"), LabFault.THROTTLED.times(60));

        CollectingSink scan = scan();

        assertThat(scan.gaps()).isEmpty();
        assertThat(tags(scan.resources())).isEqualTo(truth(resource -> true));
    }

    @Test
    void r60_a_storm_without_an_end_is_a_gap() throws Exception {
        lab.disturb(calls("ec2:DescribeVolumes", LabEstate.OREGON), LabFault.THROTTLED);

        CollectingSink scan = scan();

        assertThat(scan.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.extent()).isEqualTo(cell(Ec2Volumes.TYPE, LabEstate.OREGON));
            assertThat(gap.failure().kind()).isEqualTo(Kind.THROTTLED);
        });
        assertThat(lab.calls())
                .filteredOn(calls("ec2:DescribeVolumes", LabEstate.OREGON))
                .as("tries")
                .hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut text", "cut body", "empty", "web page", "reset", "bad gateway"})
    void r61_broken_answers_are_asked_for_again(String name) throws Exception {
        LabFault broken = fault(name);
        lab.disturb(calls("ec2:DescribeInstances"), broken.times(2));
        lab.disturb(calls("s3:ListBuckets"), broken.times(2));
        lab.disturb(calls("lambda:ListFunctions"), broken.times(2));
        lab.disturb(calls("dynamodb:ListTables"), broken.times(2));
        lab.disturb(calls("tag:GetResources"), broken.times(2));

        CollectingSink scan = scan();

        assertThat(scan.gaps()).isEmpty();
        assertThat(tags(scan.resources())).isEqualTo(truth(resource -> true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut text", "cut body", "empty", "web page", "reset", "bad gateway"})
    void r61_answers_that_stay_broken_are_gaps(String name) throws Exception {
        LabFault broken = fault(name);
        Set<String> operations = Set.of("ec2:DescribeInstances", "sqs:ListQueues", "s3:ListBuckets");
        lab.disturb(
                call -> operations.contains(call.operation()) && call.region().equals("eu-west-1"), broken);

        CollectingSink scan = scan();

        assertThat(scan.gaps()).hasSize(3).extracting(kind()).containsOnly(Kind.UNAVAILABLE);
        assertThat(scan.finished()).hasSize(CELLS - 3);
    }

    @Test
    void what_was_read_of_a_cell_before_it_failed_is_kept() throws Exception {
        lab.disturb(calls("sns:ListTopics").and(call -> !call.field("NextToken").isEmpty()), LabFault.BAD_GATEWAY);

        CollectingSink scan = scan(of("sns:topic"));

        assertThat(scan.resources()).hasSize(3 * LabPaging.PAGE);
        assertThat(scan.gaps()).hasSize(3).extracting(ScanGap::kept).containsOnly(Kept.SOME);
    }

    @Test
    void r62_expired_credentials_are_one_gap_without_the_message_of_aws() throws Exception {
        lab.disturb(call -> true, LabFault.EXPIRED);

        assertThat(scan().gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.extent()).isEqualTo(new Extent.OfCloud(Cloud.AWS));
            assertThat(gap.failure().kind()).isEqualTo(Kind.UNAUTHENTICATED);
            assertThat(gap.failure().remedy()).contains("expired").doesNotContain(AwsLab.SECRET);
        });
    }

    @Test
    void r62_no_credentials_are_one_gap_that_says_what_to_set_and_no_call() throws Exception {
        Connection without = new Connection(
                lab.connection().end(),
                () -> () -> {
                    throw new NoCredentials("Set AWS_PROFILE.", SdkClientException.create("secret path"));
                },
                lab.connection().pace());
        CollectingSink sink = new CollectingSink();
        try (AwsCloud nobody = AwsCloud.of(new AwsSettings(Set.of(LabEstate.IRELAND)), without)) {
            nobody.inventory().scan(Scope.EVERYTHING, sink);
        }

        assertThat(sink.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.failure().kind()).isEqualTo(Kind.UNAUTHENTICATED);
            assertThat(gap.failure().remedy()).isEqualTo("Set AWS_PROFILE.");
        });
        assertThat(lab.calls()).isEmpty();
    }

    @Test
    void r62_credentials_that_expire_in_mid_scan_are_gaps_of_what_was_left() throws Exception {
        lab.disturb(call -> call.service().equals("rds"), LabFault.EXPIRED);

        CollectingSink scan = scan();

        assertThat(scan.gaps()).hasSize(3 * 4).extracting(kind()).containsOnly(Kind.UNAUTHENTICATED);
        assertThat(tags(scan.resources())).isEqualTo(truth(not("rds:")));
    }

    @Test
    void r62_where_the_tagging_api_says_expired_no_service_is_asked_again_and_tags_are_unknown() throws Exception {
        lab.disturb(calls("tag:GetResources"), LabFault.EXPIRED);

        CollectingSink scan = scan(of("sns:topic"));

        assertThat(scan.resources()).hasSize(3 * EACH).allMatch(topic -> topic.tags() instanceof TagReading.Unknown);
        assertThat(operations(lab.calls())).doesNotContain("sns:ListTagsForResource");
    }

    @Test
    void interruption_ends_a_scan_that_waits_for_a_storm_to_pass() throws Exception {
        lab.disturb(call -> true, LabFault.THROTTLED);
        Connection patient =
                new Connection(lab.connection().end(), lab.connection().credentials(), Connection.Pace.STANDARD);
        try (AwsCloud waiting = AwsCloud.of(new AwsSettings(Set.of(LabEstate.IRELAND)), patient)) {
            Thread scanning = Thread.ofPlatform().start(() -> {
                try {
                    waiting.inventory().scan(Scope.EVERYTHING, new CollectingSink());
                } catch (InterruptedException expected) {
                    Thread.currentThread().interrupt();
                }
            });
            Thread.sleep(1_000);
            scanning.interrupt();

            assertThat(scanning.join(Duration.ofSeconds(1))).isTrue();
        }
    }

    @Test
    void r63_a_repeating_token_ends_in_a_gap_without_repeated_resources() throws Exception {
        lab.paging().repeatTokensOf(calls("ec2:DescribeVolumes", LabEstate.IRELAND));

        CollectingSink scan = scan();

        assertThat(scan.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.extent()).isEqualTo(cell(Ec2Volumes.TYPE, LabEstate.IRELAND));
            assertThat(gap.failure().kind()).isEqualTo(Kind.BROKEN_PAGING);
            assertThat(gap.kept()).isEqualTo(Kept.SOME);
        });
        assertThat(scan.resources()).extracting(Resource::id).doesNotHaveDuplicates();
    }

    @Test
    void r63_a_repeating_token_of_the_tagging_api_makes_it_ask_the_services() throws Exception {
        lab.paging().repeatTokensOf(calls("tag:GetResources", LabEstate.IRELAND));

        CollectingSink scan = scan();

        assertThat(scan.gaps()).isEmpty();
        assertThat(tags(scan.resources())).isEqualTo(truth(resource -> true));
    }

    @Test
    void the_account_is_asked_for_elsewhere_where_one_region_is_out_of_order() throws Exception {
        lab.disturb(in("eu-west-1"), LabFault.DENIED);

        assertThat(cloud.inventory().accounts()).containsExactly(LabEstate.ACCOUNT);
    }

    @Test
    void denied_region_names_are_a_gap_of_the_account() throws Exception {
        lab.disturb(calls("ec2:DescribeRegions"), LabFault.DENIED);
        CollectingSink sink = new CollectingSink();
        try (AwsCloud everywhere = lab.cloud(AwsSettings.DEFAULT)) {
            everywhere.inventory().scan(Scope.EVERYTHING, sink);
        }

        assertThat(sink.gaps())
                .extracting(ScanGap::extent)
                .containsExactly(new Extent.OfAccount(Cloud.AWS, LabEstate.ACCOUNT));
    }
}
