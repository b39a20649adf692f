package io.tagcompliance.core.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.policy.Cloud;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What bills call resources becomes the ARN by which a scan knows them, or else no cost finds its resource. */
class ResourceNamesTest {
    private static String idOf(ResourceNames names, String billed, String region) {
        ChargePlace place = new ChargePlace(
                Cloud.AWS, new AccountId("111111111111"), new Region(region), "Amazon Simple Storage Service");
        return ((Charged.OfResource) names.charged(billed, "", place)).id().text();
    }

    @ParameterizedTest
    @CsvSource({
        "eu-west-1, aws",
        "cn-north-1, aws-cn",
        "us-gov-west-1, aws-us-gov",
        "eusc-de-east-1, aws-eusc",
        "us-iso-east-1, aws-iso",
        "us-isob-east-1, aws-iso-b",
        "eu-isoe-west-1, aws-iso-e",
        "us-isof-south-1, aws-iso-f"
    })
    void the_region_of_a_charge_tells_the_partition(String region, String partition) {
        ResourceNames names = new ResourceNames();

        assertThat(idOf(names, "my-bucket", region)).isEqualTo("arn:" + partition + ":s3:::my-bucket");
        assertThat(idOf(names, "i-0123456789abcdef0", region))
                .startsWith("arn:" + partition + ":ec2:" + region + ":111111111111:");
    }

    @Test
    void a_short_id_stays_where_no_region_is_told_and_a_bucket_needs_none() {
        ResourceNames names = new ResourceNames();

        for (String untold : List.of("global", ResourceNames.UNKNOWN)) {
            assertThat(idOf(names, "i-0123456789abcdef0", untold)).isEqualTo("i-0123456789abcdef0");
            assertThat(idOf(names, "my-bucket", untold)).isEqualTo("arn:aws:s3:::my-bucket");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "i-0123456789abcdef0, instance/i-0123456789abcdef0",
        "vol-01234567, volume/vol-01234567",
        "eipalloc-0123456789abcdef0, elastic-ip/eipalloc-0123456789abcdef0"
    })
    void short_ids_of_ec2_become_arns(String billed, String resource) {
        assertThat(idOf(new ResourceNames(), billed, "eu-west-1"))
                .isEqualTo("arn:aws:ec2:eu-west-1:111111111111:" + resource);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i-0123456",
                "i-0123456789abcdef01",
                "i-0123456789ABCDEF0",
                "x-0123456789abcdef0",
                "i-",
                "-",
                "i",
                "i-0123456789abcdef0-old",
                "vol-i-0123456789abcdef0"
            })
    void what_only_looks_like_one_is_a_name_like_any_other(String billed) {
        assertThat(idOf(new ResourceNames(), billed, "eu-west-1")).isEqualTo("arn:aws:s3:::" + billed);
    }

    /** What is remembered of one Region says nothing of another. */
    @Test
    void each_charge_has_the_partition_of_its_own_region() {
        ResourceNames names = new ResourceNames();
        for (int round = 0; round < 2; round++) {
            assertThat(idOf(names, "a", "cn-north-1")).isEqualTo("arn:aws-cn:s3:::a");
            assertThat(idOf(names, "a", "eu-west-1")).isEqualTo("arn:aws:s3:::a");
            assertThat(idOf(names, "a", "us-gov-west-1")).isEqualTo("arn:aws-us-gov:s3:::a");
        }
    }

    @Test
    void where_no_region_tells_it_the_account_of_the_bill_does() {
        ResourceNames names = ResourceNames.ofPartition("aws-cn");

        assertThat(idOf(names, "my-bucket", ResourceNames.UNKNOWN)).isEqualTo("arn:aws-cn:s3:::my-bucket");
        assertThat(idOf(names, "arn:aws:s3:::my-bucket", ResourceNames.UNKNOWN)).isEqualTo("arn:aws:s3:::my-bucket");
    }
}
