package io.tagcompliance.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.spi.CloudProvider.Source;
import io.tagcompliance.core.spi.Reach;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.TypeCatalogue;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AwsCloudTest {

    @Test
    void is_aws_itself() {
        try (AwsCloud cloud = AwsCloud.of(AwsSettings.DEFAULT)) {
            assertThat(cloud.cloud()).isEqualTo(Cloud.AWS);
            assertThat(cloud.source()).isEqualTo(Source.LIVE);
            assertThat(cloud.inventory()).isSameAs(cloud.inventory());
        }
    }

    @Test
    void reaches_every_type_that_the_catalogue_says_is_read_in_the_regions_of_the_settings() {
        Set<Region> regions = Set.of(new Region("eu-west-1"), new Region("us-east-1"));
        try (AwsCloud cloud = AwsCloud.of(new AwsSettings(regions))) {
            Reach reach = cloud.inventory().reach();

            assertThat(reach.types()).isEqualTo(AwsTypes.names()).isSubsetOf(TypeCatalogue.types());
            assertThat(reach.regions())
                    .containsExactlyInAnyOrder(new Region("eu-west-1"), new Region("us-east-1"), Region.GLOBAL);
        }
    }

    @Test
    void reaches_every_region_of_the_partition_where_the_settings_name_none() {
        try (AwsCloud cloud = AwsCloud.of(AwsSettings.DEFAULT)) {
            assertThat(cloud.inventory().reach().regions())
                    .contains(new Region("eu-west-1"), new Region("ap-south-1"))
                    .doesNotContain(new Region("cn-north-1"));
        }
    }

    @Test
    void makes_no_client_before_the_first_call() {
        AtomicInteger made = new AtomicInteger();
        Connection counting = new Connection(
                client -> made.incrementAndGet(), Connection.STANDARD.credentials(), Connection.Pace.STANDARD);
        try (AwsCloud cloud = AwsCloud.of(AwsSettings.DEFAULT, counting)) {
            cloud.inventory().reach();
        }

        assertThat(made).hasValue(0);
    }

    @Test
    void reads_every_enabled_region_by_default() {
        assertThat(AwsSettings.DEFAULT.regions()).isEmpty();
    }

    @Test
    void takes_no_region_called_global() {
        Set<Region> global = Set.of(Region.GLOBAL);

        assertThatThrownBy(() -> new AwsSettings(global)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void waits_longer_than_a_storm_of_half_a_minute_and_not_for_ever() {
        Connection.Pace pace = Connection.Pace.STANDARD;
        Duration leastWait = Duration.ZERO;
        Duration pause = pace.shortest();
        for (int retry = 1; retry < 10; retry++) {
            leastWait = leastWait.plus(pause.dividedBy(2));
            pause = pause.multipliedBy(2).compareTo(pace.longest()) > 0 ? pace.longest() : pause.multipliedBy(2);
        }

        assertThat(leastWait).isGreaterThan(Duration.ofSeconds(30));
        assertThat(pace.call()).isGreaterThan(leastWait.multipliedBy(2)).isLessThan(Duration.ofMinutes(2));
    }

    @Test
    void closing_twice_does_no_harm_and_use_afterwards_is_refused() {
        AwsCloud cloud = AwsCloud.of(AwsSettings.DEFAULT);
        cloud.close();
        cloud.close();

        assertThatThrownBy(() -> cloud.inventory().accounts()).isInstanceOf(IllegalStateException.class);
    }
}
