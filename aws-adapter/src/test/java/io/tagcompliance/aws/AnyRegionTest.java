package io.tagcompliance.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.ReadFailure.Kind;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.spi.CloudException;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.testkit.CollectingSink;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkSystemSetting;

/** What any Region can tell is asked elsewhere where the home Region doesn't tell it. */
class AnyRegionTest extends AwsLabTest {
    private static final Region CAPE_TOWN = new Region("af-south-1");
    private static final LabFault DISABLED =
            (call, answer, exchange) -> LabFault.send(exchange, LabAnswer.disabled(call));

    private final LabProperties properties = new LabProperties();

    @AfterEach
    void putBack() {
        properties.close();
    }

    private AwsCloud atHome(Region home) {
        properties.set(SdkSystemSetting.AWS_REGION.property(), home.text());
        return lab.cloud(AwsSettings.DEFAULT);
    }

    private CollectingSink scanAtHome(Region home) throws InterruptedException {
        CollectingSink sink = new CollectingSink();
        try (AwsCloud everywhere = atHome(home)) {
            everywhere.inventory().scan(of("ec2:volume"), sink);
        }
        return sink;
    }

    private static boolean needsOptingIn(LabCall call) {
        return Set.of("af-south-1", "ap-east-1").contains(call.region());
    }

    @Test
    void where_the_home_region_is_denied_another_one_tells_which_are_enabled() throws Exception {
        lab.disturb(call -> call.service().equals("ec2") && call.region().equals("us-east-1"), LabFault.DENIED);

        CollectingSink scan = scanAtHome(LabEstate.VIRGINIA);

        assertThat(scan.resources()).hasSize(2 * EACH);
        assertThat(scan.gaps())
                .extracting(ScanGap::extent)
                .containsExactly(
                        new Extent.Cell(Cloud.AWS, LabEstate.ACCOUNT, LabEstate.VIRGINIA, Ec2Volumes.TYPE.type()));
    }

    @Test
    void regions_that_need_opting_in_are_asked_last_and_end_no_search() throws Exception {
        lab.disturb(AnyRegionTest::needsOptingIn, DISABLED);
        lab.disturb(calls("sts:GetCallerIdentity", LabEstate.VIRGINIA), LabFault.DENIED);

        assertThat(scanAtHome(LabEstate.VIRGINIA).gaps()).isEmpty();
        assertThat(lab.calls()).noneMatch(AnyRegionTest::needsOptingIn);
        assertThat(scanAtHome(CAPE_TOWN).resources()).hasSize(3 * EACH);
    }

    @Test
    void where_no_region_answers_the_remedy_names_the_setting() throws Exception {
        lab.disturb(calls("sts:GetCallerIdentity"), LabFault.DENIED);
        try (AwsCloud everywhere = atHome(LabEstate.VIRGINIA)) {
            assertThatThrownBy(() -> everywhere.inventory().accounts())
                    .asInstanceOf(InstanceOfAssertFactories.type(CloudException.class))
                    .satisfies(failed -> assertThat(failed.failure().remedy())
                            .startsWith("Allow sts:GetCallerIdentity in us-east-1")
                            .contains("us-east-1, ap-northeast-1, ap-northeast-2", "aws_regions"));
        }
    }

    @Test
    void the_gap_of_an_account_whose_regions_nobody_tells_names_the_setting() throws Exception {
        lab.disturb(calls("ec2:DescribeRegions"), LabFault.DENIED);

        assertThat(scanAtHome(LabEstate.VIRGINIA).gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.extent()).isEqualTo(new Extent.OfAccount(Cloud.AWS, LabEstate.ACCOUNT));
            assertThat(gap.failure().kind()).isEqualTo(Kind.ACCESS_DENIED);
            assertThat(gap.failure().remedy()).contains("ec2:DescribeRegions", "aws_regions");
        });
    }

    @Test
    void credentials_that_expired_are_over_everywhere_and_nobody_else_is_asked() throws Exception {
        lab.disturb(call -> true, LabFault.EXPIRED);

        assertThat(scanAtHome(LabEstate.VIRGINIA).gaps()).hasSize(1);
        assertThat(lab.calls()).extracting(LabCall::region).containsOnly("us-east-1");
    }
}
