package io.tagcompliance.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.resource.ReadFailure.Kind;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.spi.CreatorLog.Creator;
import io.tagcompliance.policy.Cloud;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who made what, as far as CloudTrail knows. */
@Timeout(60)
class CloudTrailTest {
    private static final ResourceId TABLE = LabEstate.id("dynamodb:table", LabEstate.IRELAND, LabTrail.KNOWN);
    private static final ResourceId OLD = LabEstate.id("dynamodb:table", LabEstate.IRELAND, "made-long-ago");

    private final AwsLab lab = new AwsLab(LabEstate.ofEverything(1));
    private final AwsCloud cloud = lab.cloud(new AwsSettings(new LinkedHashSet<>(LabEstate.REGIONS)));

    @AfterEach
    void close() {
        cloud.close();
        lab.close();
    }

    private List<Creator> creators(ResourceId... ids) throws InterruptedException {
        return cloud.creators().orElseThrow().creators(List.of(ids));
    }

    @Test
    void tells_the_maker_from_those_who_changed_it_later() throws InterruptedException {
        assertThat(creators(TABLE))
                .containsExactly(new Creator.Known(TABLE, "ann", Instant.parse("2026-10-01T00:00:00Z")));
    }

    @Test
    void what_is_older_than_the_trail_is_forgotten_and_keeps_its_place() throws InterruptedException {
        assertThat(creators(OLD, TABLE)).first().isEqualTo(new Creator.Forgotten(OLD));
    }

    @Test
    void a_trail_that_may_not_be_read_is_not_the_same_as_a_forgotten_maker() throws InterruptedException {
        lab.disturb(call -> call.service().equals("cloudtrail"), LabFault.DENIED);

        assertThat(creators(TABLE)).singleElement().isInstanceOfSatisfying(Creator.Unreadable.class, unreadable -> {
            assertThat(unreadable.failure().kind()).isEqualTo(Kind.ACCESS_DENIED);
            assertThat(unreadable.failure().remedy()).contains("cloudtrail:LookupEvents");
        });
    }

    @Test
    void other_accounts_and_regions_are_not_asked() throws InterruptedException {
        ResourceId foreign = new ResourceId(Cloud.AWS, "arn:aws:sqs:eu-west-1:999999999999:q");
        ResourceId elsewhere = new ResourceId(Cloud.AWS, "arn:aws:sqs:eu-south-1:123456789012:q");

        assertThat(creators(foreign, elsewhere))
                .allSatisfy(one -> assertThat(one).isInstanceOf(Creator.Unreadable.class));
        assertThat(lab.calls()).noneMatch(call -> call.service().equals("cloudtrail"));
    }
}
