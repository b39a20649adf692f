package io.tagcompliance.core.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.policy.Cloud;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IdReadingTest {
    private static final String ARN_FORM = "not of the form arn:partition:service:region:account:resource";
    private static final String NO_ID =
            "not a full identifier: an ARN, an Azure resource id or a Google Cloud full resource name";

    @Test
    void r39_ids_of_every_partition_and_cloud_are_read() {
        for (String arn : List.of(
                "arn:aws:ec2:eu-west-1:111111111111:instance/i-0abc",
                "arn:aws-cn:rds:cn-north-1:111111111111:db:crm",
                "arn:aws-us-gov:sqs:us-gov-west-1:111111111111:queue",
                "arn:aws-iso-b:s3:::bucket",
                "arn:aws:s3:::my..bucket/a..b",
                "arn:aws:iam::111111111111:role/a/b",
                "arn:aws:logs:eu-west-1:111111111111:log-group:/aws/lambda/x")) {
            assertThat(IdReading.of(arn)).isEqualTo(new IdReading.Valid(new ResourceId(Cloud.AWS, arn)));
        }
        String machine = "/subscriptions/0000/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm";
        assertThat(IdReading.of(machine)).isEqualTo(new IdReading.Valid(new ResourceId(Cloud.AZURE, machine)));
        String instance = "//compute.googleapis.com/projects/p/zones/z/instances/i";
        assertThat(IdReading.of(instance)).isEqualTo(new IdReading.Valid(new ResourceId(Cloud.GCP, instance)));
    }

    @Test
    void r39_wrong_forms_are_told_one_by_one() {
        for (String partition : List.of("awsx", "AWS", "aws-", "gcp", "", "aws--cn", "aws-1")) {
            assertInvalid("arn:" + partition + ":ec2:eu-west-1:111111111111:instance/i-1", ARN_FORM);
        }
        for (String arn : List.of(
                "arn:",
                "arn:aws:ec2:eu-west-1:111111111111:",
                "arn:aws::eu-west-1:111111111111:instance/i-1",
                "arn:aws:ec2:eu-west-1:1111:instance/i-1",
                "arn:aws:ec2:EU:111111111111:instance/i-1")) {
            assertInvalid(arn, ARN_FORM);
        }
        for (String text :
                List.of("i-0abc", "", " ", "my-bucket", " arn:aws:s3:::b", "https://example.com", "ARN:aws:s3:::b")) {
            assertInvalid(text, NO_ID);
        }
        assertInvalid("/subscriptions/", "not of the form /subscriptions/{id}/…/providers/{namespace}/{type}/{name}");
        assertInvalid("//compute.example.com/x", "not of the form //{service}.googleapis.com/{path}");
        assertInvalid("//googleapis.com/x", "not of the form //{service}.googleapis.com/{path}");
    }

    @Test
    void r39_wildcards_traversal_and_ten_kilobytes_are_refused() {
        assertInvalid("arn:aws:s3:::*", "a wildcard stands in it; name one resource at a time");
        assertInvalid("arn:aws:s3:::b?", "a wildcard stands in it; name one resource at a time");
        for (String path : List.of(
                "arn:aws:s3:::b/../c",
                "arn:aws:iam::111111111111:role/..",
                "/subscriptions/../x",
                "//a.googleapis.com/../x")) {
            assertInvalid(path, "'..' stands in its path");
        }
        assertInvalid("arn:aws:s3:::" + "a".repeat(10 * 1024), "longer than 2048 characters");
    }

    @Test
    void r39_no_text_at_all_makes_it_throw_or_think_for_long() {
        Random random = new Random(39);
        String parts = "arn:aws-/.*?subscription//googleapis.com0123\u0000\n\ud800 ";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder(
                    List.of("", "arn:aws", "/subscriptions/", "//").get(random.nextInt(4)));
            for (int at = random.nextInt(40); at > 0; at--) {
                text.append(parts.charAt(random.nextInt(parts.length())));
            }
            switch (IdReading.of(text.toString())) {
                case IdReading.Valid valid ->
                    assertThat(valid.id().text()).isEqualTo(text.toString()).doesNotContain("*", "?");
                case IdReading.Invalid invalid -> assertThat(invalid.reason()).isNotBlank();
            }
        }
        assertThat(IdReading.of("arn:aws" + "-a".repeat(1_000) + "!")).isInstanceOf(IdReading.Invalid.class);
        assertThat(IdReading.of("//" + "a.googleapis.com".repeat(120))).isInstanceOf(IdReading.Invalid.class);
    }

    @Test
    void azure_ids_are_equal_in_any_case_and_others_to_the_letter() {
        ResourceId one = new ResourceId(Cloud.AZURE, "/subscriptions/A/b");
        ResourceId other = new ResourceId(Cloud.AZURE, "/SUBSCRIPTIONS/a/B");

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).isEqualByComparingTo(other);
        assertThat(new ResourceId(Cloud.AWS, "arn:aws:s3:::b"))
                .isNotEqualTo(new ResourceId(Cloud.AWS, "arn:aws:s3:::B"));
    }

    private static void assertInvalid(String text, String reason) {
        assertThat(IdReading.of(text)).as(text).isEqualTo(new IdReading.Invalid(reason));
    }
}
