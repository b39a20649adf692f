package io.tagcompliance.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.resource.ReadFailure.Kind;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.spi.Finding;
import io.tagcompliance.policy.Cloud;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwsSearchTest extends AwsLabTest {

    private List<Finding> find(List<ResourceId> ids) throws InterruptedException {
        return cloud.inventory().find(ids);
    }

    private static ResourceId id(String text) {
        return new ResourceId(Cloud.AWS, text);
    }

    @Test
    void finds_resources_of_every_type_without_listing_any() throws Exception {
        List<Resource> some = ESTATE.resources().stream()
                .filter(resource -> resource.name().matches(".*00[56]$|i-0*[56]$|vol-0*[56]$"))
                .toList();

        List<Finding> findings = find(some.stream().map(Resource::id).toList());

        assertThat(findings).hasSize(2 * CELLS).allMatch(Finding.Found.class::isInstance);
        assertThat(findings)
                .extracting(Finding::id)
                .isEqualTo(some.stream().map(Resource::id).toList());
        assertThat(findings)
                .extracting(finding -> ((Finding.Found) finding).resource())
                .usingElementComparator(Comparator.comparing(Resource::id)
                        .thenComparing(resource -> resource.tags().toString())
                        .thenComparing(resource -> resource.location().region()))
                .isEqualTo(some);
        assertThat(operations(lab.calls()))
                .doesNotContain("tag:GetResources", "lambda:ListFunctions", "s3:ListBuckets", "sqs:ListQueues");
    }

    @Test
    void one_call_finds_many_of_a_type_and_region_and_a_missing_one_spoils_none() throws Exception {
        List<ResourceId> ids = IntStream.of(1, 2, 3, 99)
                .mapToObj(number -> LabEstate.id("ec2:instance", LabEstate.IRELAND, "i-%017x".formatted(number)))
                .toList();

        List<Finding> findings = find(ids);

        assertThat(findings.subList(0, 3)).allMatch(Finding.Found.class::isInstance);
        assertThat(findings.getLast()).isEqualTo(new Finding.Absent(ids.getLast()));
        assertThat(lab.calls()).filteredOn(calls("ec2:DescribeInstances")).hasSize(1);
    }

    @Test
    void tells_an_absent_resource_of_every_type() throws Exception {
        List<ResourceId> ids = AwsTypes.ALL.stream()
                .map(type -> LabEstate.id(
                        type.type().name(), LabEstate.regionsOf(type).getLast(), "not-there"))
                .toList();

        assertThat(find(ids)).hasSize(AwsTypes.ALL.size()).allMatch(Finding.Absent.class::isInstance);
    }

    @Test
    void an_untagged_bucket_is_found_with_no_tags() throws Exception {
        ResourceId bucket = LabEstate.id("s3:bucket", LabEstate.OREGON, "bucket-us-west-2-000");

        assertThat(find(List.of(bucket))).singleElement().isInstanceOfSatisfying(Finding.Found.class, found -> {
            assertThat(LabEstate.tags(found.resource())).isEmpty();
            assertThat(found.resource().location().region()).isEqualTo(LabEstate.OREGON);
        });
    }

    @Test
    void a_denied_lookup_is_unreadable_and_leaves_the_others_alone() throws Exception {
        lab.disturb(calls("rds:DescribeDBInstances"), LabFault.DENIED);
        ResourceId database = LabEstate.id("rds:db", LabEstate.IRELAND, "name-001");
        ResourceId table = LabEstate.id("dynamodb:table", LabEstate.IRELAND, "name-001");

        List<Finding> findings = find(List.of(database, table));

        assertThat(findings.getFirst())
                .isInstanceOfSatisfying(
                        Finding.Unreadable.class,
                        unreadable -> assertThat(unreadable.failure().kind()).isEqualTo(Kind.ACCESS_DENIED));
        assertThat(findings.getLast()).isInstanceOf(Finding.Found.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:ec2:eu-west-1:999999999999:instance/i-1",
                "arn:aws-cn:ec2:eu-west-1:123456789012:instance/i-1",
                "arn:aws:ec2:ap-south-1:123456789012:instance/i-1",
                "arn:aws:timestream:eu-west-1:123456789012:database/d",
                "arn:aws:lambda:eu-west-1:123456789012:function:name-001:7",
                "arn:aws:s3:::bucket-eu-west-1-001/some/object",
                "i-00000000000000001"
            })
    void what_is_not_ours_to_read_is_refused_and_not_asked_for(String text) throws Exception {
        assertThat(find(List.of(id(text))))
                .singleElement()
                .isInstanceOfSatisfying(Finding.Unreadable.class, unreadable -> {
                    assertThat(unreadable.id()).isEqualTo(id(text));
                    assertThat(unreadable.failure().kind()).isEqualTo(Kind.UNSUPPORTED);
                    assertThat(unreadable.failure().remedy()).doesNotContain(text);
                });
        assertThat(operations(lab.calls())).isSubsetOf("sts:GetCallerIdentity");
    }

    @Test
    void a_bucket_in_a_region_that_is_not_read_is_refused() throws Exception {
        try (AwsCloud ireland = lab.cloud(new AwsSettings(Set.of(LabEstate.IRELAND)))) {
            ResourceId bucket = LabEstate.id("s3:bucket", LabEstate.OREGON, "bucket-us-west-2-001");

            assertThat(ireland.inventory().find(List.of(bucket)))
                    .singleElement()
                    .isInstanceOf(Finding.Unreadable.class);
            assertThat(lab.calls()).extracting(LabCall::region).containsOnly("eu-west-1");
        }
    }

    @Test
    void the_same_id_twice_is_answered_twice() throws Exception {
        ResourceId queue = LabEstate.id("sqs:queue", LabEstate.IRELAND, "name-001");

        assertThat(find(List.of(queue, queue))).hasSize(2).allMatch(Finding.Found.class::isInstance);
        assertThat(lab.calls()).filteredOn(calls("sqs:ListQueueTags")).hasSize(1);
    }
}
