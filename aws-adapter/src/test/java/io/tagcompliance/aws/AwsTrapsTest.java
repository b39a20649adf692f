package io.tagcompliance.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.ParentLink;
import io.tagcompliance.core.resource.ParentLink.Kind;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.resource.Traits;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.testkit.CollectingSink;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What AWS lists and is no resource of the account, and what AWS says otherwise than one would think. */
class AwsTrapsTest {

    static LabEstate with(String type, String... names) {
        return new LabEstate(Arrays.stream(names)
                .map(name -> LabEstate.resource(type, regionOf(type), name, TagReading.known(Map.of("Owner", "a"))))
                .toList());
    }

    private static Region regionOf(String type) {
        return AwsTypes.ALL.stream()
                .filter(known -> known.type().name().equals(type))
                .map(LabEstate::regionsOf)
                .findFirst()
                .orElseThrow()
                .getFirst();
    }

    static CollectingSink scan(AwsLab lab, String... types) throws InterruptedException {
        CollectingSink sink = new CollectingSink();
        try (AwsCloud cloud = lab.cloud(new AwsSettings(new LinkedHashSet<>(LabEstate.REGIONS)))) {
            cloud.inventory().scan(AwsLabTest.of(types), sink);
        }
        assertThat(sink.gaps()).isEmpty();
        return sink;
    }

    private static List<String> listed(String type, String... names) throws InterruptedException {
        try (AwsLab lab = new AwsLab(with(type, names))) {
            return scan(lab, type).resources().stream().map(Resource::name).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ec2:snapshot",
                "ec2:image",
                "ec2:vpc-endpoint",
                "ec2:transit-gateway",
                "ec2:transit-gateway-attachment",
                "ec2:vpc",
                "ec2:subnet",
                "ec2:network-interface"
            })
    void what_others_own_and_share_or_publish_is_not_ours(String type) throws Exception {
        assertThat(listed(type, "foreign-1", "here-1")).containsExactly("here-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rds:snapshot", "rds:cluster-snapshot"})
    void automated_snapshots_are_part_of_their_database(String type) throws Exception {
        assertThat(listed(type, "automated-1", "here-1")).containsExactly("here-1");
    }

    @Test
    void keys_that_aws_manages_are_told_by_their_aliases_and_left_out() throws Exception {
        try (AwsLab lab = new AwsLab(with("kms:key", "here-1"))) {
            assertThat(scan(lab, "kms:key").resources())
                    .extracting(Resource::name)
                    .containsExactly("here-1");
            assertThat(lab.calls())
                    .filteredOn(AwsLabTest.calls("kms:ListAliases"))
                    .isNotEmpty();
        }
    }

    @Test
    void roles_that_services_keep_for_themselves_are_left_out() throws Exception {
        assertThat(listed("iam:role", "AWSServiceRoleForX", "here-1")).containsExactly("here-1");
    }

    /** Neither the index nor the Tagging API has the tags of IAM. */
    @Test
    void roles_are_asked_for_their_tags_one_by_one_though_an_index_has_the_roles() throws Exception {
        LabEstate estate = with("iam:role", "reader", "writer");
        CollectingSink sink = new CollectingSink();
        try (AwsLab lab = new AwsLab(estate);
                AwsCloud cloud = lab.cloud(new AwsSettings(new LinkedHashSet<>(LabEstate.REGIONS)))) {
            lab.explorer().index(resource -> true, Instant.now());
            cloud.inventory().scan(AwsLabTest.ALL, sink);

            assertThat(AwsLabTest.tags(sink.resources())).isEqualTo(AwsLabTest.tags(estate.resources()));
            assertThat(lab.calls())
                    .filteredOn(AwsLabTest.calls("iam:ListRoleTags"))
                    .hasSize(2);
            assertThat(lab.calls()).noneMatch(AwsLabTest.calls("tag:GetResources"));
        }
    }

    @Test
    void a_log_group_is_known_by_the_arn_without_its_streams() throws Exception {
        try (AwsLab lab = new AwsLab(with("logs:log-group", "/aws/lambda/checkout"))) {
            assertThat(scan(lab, "logs:log-group").resources()).singleElement().satisfies(group -> {
                assertThat(group.id().text())
                        .isEqualTo("arn:aws:logs:eu-west-1:123456789012:log-group:/aws/lambda/checkout");
                assertThat(LabEstate.tags(group)).containsEntry("Owner", "a");
            });
        }
    }

    @Test
    void what_lies_in_no_region_is_listed_once() throws Exception {
        try (AwsLab lab = new AwsLab(with("cloudfront:distribution", "E1", "E2"))) {
            assertThat(scan(lab, "cloudfront:distribution").resources())
                    .hasSize(2)
                    .allMatch(found -> found.location().region().equals(Region.GLOBAL));
            assertThat(lab.calls())
                    .filteredOn(AwsLabTest.calls("cloudfront:ListDistributions"))
                    .singleElement()
                    .matches(call -> call.region().equals("us-east-1"));
        }
    }

    @Test
    void what_once_had_tags_and_lost_them_has_none() throws Exception {
        LabEstate estate = new LabEstate(
                List.of(LabEstate.resource("sqs:queue", LabEstate.IRELAND, "once-1", TagReading.known(Map.of()))));
        try (AwsLab lab = new AwsLab(estate)) {
            assertThat(scan(lab, "sqs:queue").resources())
                    .extracting(Resource::tags)
                    .containsExactly(TagReading.known(Map.of()));
        }
    }

    @Test
    void tags_by_aws_alone_are_read_like_any_others_and_name_the_parent() throws Exception {
        LabEstate estate = new LabEstate(List.of(LabEstate.resource(
                "sqs:queue",
                LabEstate.IRELAND,
                "queue",
                TagReading.known(Map.of("aws:cloudformation:stack-name", "shop")))));
        try (AwsLab lab = new AwsLab(estate)) {
            assertThat(scan(lab, "sqs:queue").resources())
                    .singleElement()
                    .satisfies(queue ->
                            assertThat(queue.traits().parents()).containsExactly(new ParentLink(Kind.STACK, "shop")));
        }
    }

    @Test
    void a_parent_that_vanishes_while_its_children_are_listed_is_no_gap() throws Exception {
        LabEstate estate = new LabEstate(List.of(
                LabEstate.resource("eks:cluster", LabEstate.IRELAND, "one", TagReading.known(Map.of())),
                LabEstate.resource("eks:nodegroup", LabEstate.IRELAND, "one", TagReading.known(Map.of()))));
        try (AwsLab lab = new AwsLab(estate)) {
            lab.disturb(
                    AwsLabTest.calls("eks:ListNodegroups"),
                    (call, answer, exchange) ->
                            LabFault.send(exchange, LabAnswer.error(call, 404, "ResourceNotFoundException")));

            assertThat(scan(lab, "eks:nodegroup").resources()).isEmpty();
        }
    }

    @Test
    void an_account_without_an_organisation_has_no_accounts_and_no_gap() throws Exception {
        try (AwsLab lab = new AwsLab(new LabEstate(List.of()))) {
            lab.disturb(
                    AwsLabTest.calls("organizations:ListAccounts"),
                    (call, answer, exchange) ->
                            LabFault.send(exchange, LabAnswer.error(call, 400, "AWSOrganizationsNotInUseException")));

            assertThat(scan(lab, "organizations:account").resources()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ec2:instance, running, , ",
        "ec2:volume, in-use, INSTANCE, i-1",
        "ec2:snapshot, completed, VOLUME, vol-1",
        "ec2:natgateway, available, , ",
        "ec2:elastic-ip, associated, INSTANCE, i-1",
        "ec2:network-interface, in-use, INSTANCE, i-1",
        "rds:db, available, CLUSTER, aurora",
        "rds:snapshot, available, DATABASE, db-1",
        "rds:cluster-snapshot, available, DATABASE, aurora",
        "eks:nodegroup, ACTIVE, CLUSTER, one",
        "ecs:service, '', CLUSTER, one",
        "elasticache:cluster, available, CLUSTER, group-1",
        "redshift:cluster, available, , ",
        "elasticmapreduce:cluster, RUNNING, , ",
        "kafka:cluster, ACTIVE, , ",
        "kinesis:stream, ACTIVE, , ",
        "cloudformation:stack, CREATE_COMPLETE, , ",
        "acm:certificate, ISSUED, , "
    })
    void a_list_tells_the_state_and_what_a_resource_belongs_to(String type, String state, Kind kind, String parent)
            throws Exception {
        String cluster = type.equals("ecs:service") ? "ecs:cluster" : "eks:cluster";
        LabEstate estate = new LabEstate(List.of(
                LabEstate.resource(cluster, LabEstate.IRELAND, "one", TagReading.known(Map.of())),
                LabEstate.resource(type, LabEstate.IRELAND, "one", TagReading.known(Map.of()))));
        List<ParentLink> parents = kind == null ? List.of() : List.of(new ParentLink(kind, parent));
        try (AwsLab lab = new AwsLab(estate)) {
            assertThat(scan(lab, type).resources())
                    .extracting(Resource::traits)
                    .containsExactly(new Traits(state, parents));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ec2:volume",
                "ec2:snapshot",
                "ec2:image",
                "ec2:launch-template",
                "ec2:natgateway",
                "autoscaling:autoScalingGroup",
                "rds:db",
                "rds:cluster",
                "s3:bucket",
                "apprunner:service",
                "elasticache:replicationgroup",
                "redshift-serverless:workgroup",
                "elasticfilesystem:file-system",
                "elasticloadbalancing:loadbalancer",
                "apigateway:restapis",
                "kinesis:stream",
                "kafka:cluster",
                "logs:log-group",
                "synthetics:canary",
                "ecr:repository",
                "elasticmapreduce:cluster",
                "sagemaker:endpoint",
                "secretsmanager:secret",
                "states:stateMachine",
                "iam:role"
            })
    void a_list_tells_when_a_resource_was_made(String type) throws Exception {
        try (AwsLab lab = new AwsLab(with(type, "one"))) {
            assertThat(scan(lab, type).resources())
                    .extracting(Resource::creation)
                    .containsExactly(new Creation.At(LabRow.MADE));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:logs:eu-west-1:123456789012:log-group:name-001:log-stream:x",
                "arn:aws:ecs:eu-west-1:123456789012:task/one/0a1b",
                "arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/name/1/2",
                "arn:aws:sns:eu-west-1:123456789012:topic:0a1b-subscription",
                "arn:aws:iam::123456789012:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX",
                "arn:aws:apigateway:eu-west-1::/restapis/a1/stages/live",
                "arn:aws:kms:eu-west-1:123456789012:alias/mine",
                "arn:aws:rds:eu-west-1:123456789012:og:default"
            })
    void parts_and_versions_of_resources_are_none_themselves(String arn) {
        assertThat(AwsTypes.of(Arn.of(arn))).isEmpty();
        assertThat(new ResourceId(Cloud.AWS, arn).text()).isEqualTo(arn);
    }
}
