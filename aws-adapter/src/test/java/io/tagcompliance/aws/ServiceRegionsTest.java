package io.tagcompliance.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.testkit.CollectingSink;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServiceRegionsTest {
    private static final ResourceType APP_RUNNER = new ResourceType("apprunner:service");
    private static final Region MILAN = new Region("eu-south-1");

    @Test
    void a_service_is_offered_where_the_sdk_says_so_and_not_elsewhere() {
        assertThat(ServiceRegions.offer(APP_RUNNER, LabEstate.IRELAND)).isTrue();
        assertThat(ServiceRegions.offer(APP_RUNNER, MILAN)).isFalse();
    }

    @Test
    void a_region_newer_than_the_sdk_is_asked() {
        assertThat(ServiceRegions.offer(APP_RUNNER, new Region("eu-north-9"))).isTrue();
    }

    @Test
    void services_that_are_everywhere_are_asked_everywhere() {
        assertThat(ServiceRegions.offer(new ResourceType("ec2:instance"), MILAN))
                .isTrue();
    }

    @Test
    void a_cell_that_can_hold_nothing_is_not_planned_and_not_asked() throws Exception {
        CollectingSink sink = new CollectingSink();
        try (AwsLab lab = new AwsLab(new LabEstate(List.of()));
                AwsCloud cloud = lab.cloud(new AwsSettings(Set.of(MILAN)))) {
            cloud.inventory().scan(AwsLabTest.ALL, sink);

            assertThat(lab.calls()).noneMatch(call -> call.service().equals("apprunner"));
        }
        assertThat(sink.gaps()).isEmpty();
        assertThat(sink.planned())
                .isNotEmpty()
                .noneMatch(planned ->
                        planned instanceof Extent.Cell cell && cell.type().equals(APP_RUNNER));
    }
}
