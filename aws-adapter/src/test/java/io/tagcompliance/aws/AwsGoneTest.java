package io.tagcompliance.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.resource.ReadFailure.Kind;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.ScanGap.Kept;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.spi.Finding;
import io.tagcompliance.testkit.CollectingSink;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What AWS lists after it was deleted, or while it is being deleted; and what stays, and costs money. */
class AwsGoneTest {
    private static final List<String> TYPES = List.of(
            "ec2:instance",
            "ec2:dedicated-host",
            "ec2:volume",
            "ec2:natgateway",
            "ec2:vpc-endpoint",
            "ec2:transit-gateway",
            "ec2:transit-gateway-attachment",
            "ec2:vpn-connection",
            "ec2:client-vpn-endpoint",
            "autoscaling:autoScalingGroup",
            "rds:db",
            "rds:cluster",
            "rds:snapshot",
            "rds:cluster-snapshot",
            "eks:nodegroup",
            "apprunner:service",
            "dax:cache",
            "elasticache:cluster",
            "elasticache:replicationgroup",
            "elasticache:serverlesscache",
            "memorydb:cluster",
            "kinesis:stream",
            "firehose:deliverystream",
            "kafka:cluster",
            "kinesisanalytics:application",
            "dms:rep",
            "sagemaker:endpoint",
            "sagemaker:notebook-instance",
            "kms:key",
            "states:stateMachine",
            "redshift:cluster",
            "elasticfilesystem:file-system",
            "fsx:file-system",
            "elasticmapreduce:cluster",
            "emr-serverless:applications",
            "mq:broker",
            "acm-pca:certificate-authority",
            "secretsmanager:secret",
            "workspaces:workspace",
            "ds:directory",
            "organizations:account",
            "cloudformation:stack");

    static Stream<String> typesOfWhichDeletedOnesAreListed() {
        return TYPES.stream();
    }

    @ParameterizedTest
    @MethodSource("typesOfWhichDeletedOnesAreListed")
    void what_is_terminated_or_deleted_or_on_the_way_there_is_no_resource(String type) throws Exception {
        Stream<String> clusters = type.equals("eks:nodegroup") ? Stream.of("gone-1", "here-1") : Stream.empty();
        List<Resource> estate = Stream.concat(
                        clusters.map(name ->
                                LabEstate.resource("eks:cluster", LabEstate.IRELAND, name, TagReading.known(Map.of()))),
                        AwsTrapsTest.with(type, "gone-1", "here-1").resources().stream())
                .toList();
        try (AwsLab lab = new AwsLab(new LabEstate(estate))) {
            assertThat(AwsTrapsTest.scan(lab, type).resources())
                    .extracting(Resource::name)
                    .containsExactly("here-1");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "kms:key, kms:DescribeKey",
        "firehose:deliverystream, firehose:DescribeDeliveryStream",
        "states:stateMachine, states:DescribeStateMachine"
    })
    void what_nobody_may_say_is_being_deleted_is_there_as_it_was_listed_and_a_gap_names_the_permission(
            String type, String call) throws Exception {
        LabEstate estate = AwsTrapsTest.with(type, "gone-1", "here-1");
        CollectingSink sink = new CollectingSink();
        try (AwsLab lab = new AwsLab(estate);
                AwsCloud cloud = lab.cloud(new AwsSettings(Set.of(LabEstate.IRELAND)))) {
            lab.disturb(AwsLabTest.calls(call), LabFault.DENIED);
            cloud.inventory().scan(AwsLabTest.of(type), sink);
        }

        assertThat(AwsLabTest.tags(sink.resources())).isEqualTo(AwsLabTest.tags(estate.resources()));
        assertThat(sink.finished()).isEmpty();
        assertThat(sink.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.kept()).isEqualTo(Kept.SOME);
            assertThat(gap.failure().kind()).isEqualTo(Kind.ACCESS_DENIED);
            assertThat(gap.failure().operation()).isEqualTo(call);
            assertThat(gap.failure().remedy()).contains(call);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"rds:snapshot", "rds:cluster-snapshot"})
    void snapshots_that_aws_backup_made_cost_money_and_are_read_and_found(String type) throws Exception {
        LabEstate estate = AwsTrapsTest.with(type, "awsbackup:job-1", "here-1");
        try (AwsLab lab = new AwsLab(estate);
                AwsCloud cloud = lab.cloud(new AwsSettings(Set.of(LabEstate.IRELAND)))) {
            assertThat(AwsTrapsTest.scan(lab, type).resources())
                    .extracting(Resource::name)
                    .containsExactlyInAnyOrder("awsbackup:job-1", "here-1");
            assertThat(cloud.inventory()
                            .find(estate.resources().stream().map(Resource::id).toList()))
                    .hasSize(2)
                    .allSatisfy(finding -> assertThat(finding).isInstanceOf(Finding.Found.class));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ec2:instance",
                "ec2:dedicated-host",
                "ec2:natgateway",
                "rds:db",
                "redshift:cluster",
                "elasticfilesystem:file-system",
                "elasticmapreduce:cluster",
                "secretsmanager:secret",
                "cloudformation:stack"
            })
    void what_is_terminated_is_not_found_by_its_id_either(String type) throws Exception {
        ResourceId gone = LabEstate.id(type, LabEstate.IRELAND, "gone-1");
        try (AwsLab lab = new AwsLab(AwsTrapsTest.with(type, "gone-1"));
                AwsCloud cloud = lab.cloud(new AwsSettings(Set.of(LabEstate.IRELAND)))) {
            assertThat(cloud.inventory().find(List.of(gone))).containsExactly(new Finding.Absent(gone));
        }
    }
}
