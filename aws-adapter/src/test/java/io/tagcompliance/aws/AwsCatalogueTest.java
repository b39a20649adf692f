package io.tagcompliance.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.Spend;
import io.tagcompliance.policy.Tagging;
import io.tagcompliance.policy.TypeCatalogue;
import io.tagcompliance.policy.TypeEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The catalogue of types says of AWS what the readers do. */
class AwsCatalogueTest {
    private static final List<TypeEntry> AWS = TypeCatalogue.entries().stream()
            .filter(entry -> entry.cloud().equals(Cloud.AWS) && entry.isTaggable())
            .toList();

    /** What most bills are made of, and so what nobody may lose on the way. */
    private static final List<String> MOST_OF_BILLS = List.of(
            "ec2:instance",
            "ec2:volume",
            "ec2:snapshot",
            "ec2:natgateway",
            "ec2:elastic-ip",
            "ec2:vpc-endpoint",
            "ec2:transit-gateway",
            "autoscaling:autoScalingGroup",
            "rds:db",
            "rds:cluster",
            "rds:snapshot",
            "rds:cluster-snapshot",
            "s3:bucket",
            "lambda:function",
            "ecs:cluster",
            "ecs:service",
            "eks:cluster",
            "eks:nodegroup",
            "dynamodb:table",
            "elasticache:cluster",
            "elasticache:replicationgroup",
            "redshift:cluster",
            "es:domain",
            "elasticfilesystem:file-system",
            "fsx:file-system",
            "elasticloadbalancing:loadbalancer",
            "cloudfront:distribution",
            "apigateway:restapis",
            "apigateway:apis",
            "kinesis:stream",
            "firehose:deliverystream",
            "kafka:cluster",
            "sqs:queue",
            "sns:topic",
            "logs:log-group",
            "ecr:repository",
            "elasticmapreduce:cluster",
            "glue:job",
            "sagemaker:endpoint",
            "sagemaker:notebook-instance",
            "bedrock:custom-model",
            "kms:key",
            "secretsmanager:secret",
            "backup:backup-vault",
            "workspaces:workspace",
            "states:stateMachine");

    @Test
    void every_taggable_type_of_the_catalogue_is_read_and_no_other_in_its_order() {
        assertThat(AwsTypes.ALL)
                .extracting(AwsType::type)
                .containsExactlyElementsOf(AWS.stream().map(TypeEntry::type).toList());
    }

    @Test
    void every_type_is_read_by_the_call_that_the_catalogue_names() {
        assertThat(AwsTypes.ALL)
                .extracting(type -> type.listing().operation().name())
                .containsExactlyElementsOf(AWS.stream().map(TypeEntry::readBy).toList());
    }

    @Test
    void at_least_sixty_of_them_cost_money() {
        assertThat(AWS).filteredOn(entry -> entry.spend() == Spend.COST_BEARING).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void these_cost_money_and_are_read_by_default() {
        assertThat(AwsTypes.of(Scope.EVERYTHING))
                .extracting(type -> type.type().name())
                .containsAll(MOST_OF_BILLS);
    }

    @Test
    void these_cost_nothing_by_themselves_and_are_read_where_they_are_named() {
        assertThat(AWS)
                .filteredOn(entry -> entry.spend() == Spend.HYGIENE)
                .extracting(entry -> entry.type().name())
                .contains(
                        "ec2:vpc",
                        "ec2:subnet",
                        "ec2:security-group",
                        "ec2:route-table",
                        "ec2:internet-gateway",
                        "iam:role");
    }

    /** The Tagging API writes tags only where it knows the type. */
    @Test
    void what_the_tagging_api_does_not_know_is_not_written_by_it() {
        assertThat(AwsTypes.ALL)
                .filteredOn(type -> type.tags() instanceof AwsType.OneByOne)
                .extracting(
                        type -> TypeCatalogue.find(type.type()).orElseThrow().tagging())
                .isNotEmpty()
                .doesNotContain(new Tagging.WrittenBy("tag:TagResources"));
    }
}
