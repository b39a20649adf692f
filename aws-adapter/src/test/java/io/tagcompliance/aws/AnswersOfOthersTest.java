package io.tagcompliance.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.ReadFailure.Kind;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.spi.Finding;
import io.tagcompliance.testkit.CollectingSink;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes from a proxy, a sign-in page or a load balancer in the place of AWS is no answer, whatever service was asked. */
class AnswersOfOthersTest extends AwsLabTest {
    private static LabFault body(String text) {
        return (call, answer, exchange) -> LabFault.send(exchange, answer.withText(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><html/>",
                "<?xml version=\"1.0\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"><body/></html>",
                "<!-- proxy --><html></html>",
                "<!-- proxy --><!DOCTYPE html><html></html>",
                "<x/>",
                "<Response/>",
                "please sign in",
                "[]",
                "null",
                "\"OK\"",
                "OK",
                "{\"error\":\"blocked\"}",
                "{\"error\":[],\"items\":null}"
            })
    void a_page_in_the_place_of_an_answer_is_a_gap_in_every_service(String page) throws Exception {
        lab.disturb(call -> !call.service().equals("sts"), body(page));

        CollectingSink scan = scan();

        assertThat(scan.resources()).isEmpty();
        assertThat(scan.finished()).isEmpty();
        assertThat(scan.gaps()).hasSize(CELLS).extracting(kind()).containsOnly(Kind.UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<x/>", "{\"error\":\"blocked\"}"})
    void the_gap_says_that_something_else_answers(String page) throws Exception {
        lab.disturb(calls("ec2:DescribeVolumes").or(calls("kms:ListKeys")), body(page));

        assertThat(scan(of(page.startsWith("<") ? "ec2:volume" : "kms:key")).gaps())
                .hasSize(3)
                .allSatisfy(gap -> assertThat(gap.failure().remedy()).contains("Something between here and AWS"));
    }

    /** A load balancer or proxy knows no such path; AWS would say in a code what is not there. */
    @ParameterizedTest
    @MethodSource("askedForOne")
    void a_404_without_a_code_of_aws_does_not_delete_what_was_listed(String type, String operation, String page)
            throws Exception {
        lab.disturb(calls("tag:GetResources"), LabFault.DENIED);
        lab.disturb(
                calls(operation),
                (call, answer, exchange) -> LabFault.send(exchange, new LabAnswer(404, page, Map.of())));

        CollectingSink scan = scan(of(type));

        assertThat(scan.resources().size() == 3 * EACH || scan.gaps().size() == 3)
                .as("kept, or the cells are gaps")
                .isTrue();
        assertThat(failures(scan)).isNotEmpty().allSatisfy(failure -> {
            assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
            assertThat(failure.remedy()).contains("Something between here and AWS");
        });
    }

    /** A HEAD has no body for a code; S3 numbers its answers, and nobody else does. */
    @Test
    void a_404_that_s3_did_not_number_does_not_make_a_bucket_absent() throws Exception {
        ResourceId bucket = LabEstate.id("s3:bucket", LabEstate.IRELAND, "bucket-eu-west-1-003");
        ResourceId none = LabEstate.id("s3:bucket", LabEstate.IRELAND, "none");

        assertThat(cloud.inventory().find(List.of(none))).containsExactly(new Finding.Absent(none));
        lab.disturb(
                calls("s3:HeadBucket"),
                (call, answer, exchange) -> LabFault.send(exchange, new LabAnswer(404, "", Map.of())));
        assertThat(cloud.inventory().find(List.of(bucket))).singleElement().satisfies(finding -> {
            assertThat(finding).isInstanceOf(Finding.Unreadable.class);
            assertThat(((Finding.Unreadable) finding).failure().kind()).isEqualTo(Kind.UNAVAILABLE);
        });
    }

    static Stream<Arguments> askedForOne() {
        return Map.of(
                        "kms:DescribeKey", "kms:key",
                        "sqs:ListQueueTags", "sqs:queue",
                        "ecs:ListServices", "ecs:service",
                        "eks:DescribeNodegroup", "eks:nodegroup",
                        "sns:ListTagsForResource", "sns:topic",
                        "s3:GetBucketTagging", "s3:bucket",
                        "lambda:ListTags", "lambda:function",
                        "ec2:DescribeVolumes", "ec2:volume",
                        "elasticfilesystem:DescribeFileSystems", "elasticfilesystem:file-system")
                .entrySet()
                .stream()
                .flatMap(of -> Stream.of("", "<html><body>404</body></html>", "{\"message\":\"no such path\"}")
                        .map(page -> Arguments.of(of.getValue(), of.getKey(), page)));
    }

    private static List<ReadFailure> failures(CollectingSink scan) {
        return Stream.concat(
                        scan.gaps().stream().map(ScanGap::failure),
                        scan.resources().stream()
                                .map(Resource::tags)
                                .filter(TagReading.Unknown.class::isInstance)
                                .map(unknown -> ((TagReading.Unknown) unknown).failure()))
                .toList();
    }
}
