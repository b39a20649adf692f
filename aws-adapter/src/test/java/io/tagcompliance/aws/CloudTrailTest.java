package io.tagcompliance.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.ReadFailure.Kind;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.spi.CreatorLog.Creator;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who made what, as far as CloudTrail knows. */
@Timeout(60)
class CloudTrailTest {
    private static final Resource TABLE = resource("dynamodb:table", LabTrail.KNOWN);
    private static final Resource OLD = resource("dynamodb:table", "made-long-ago");
    private static final Resource REUSED = resource("dynamodb:table", LabTrail.REUSED);

    private final AwsLab lab = new AwsLab(LabEstate.ofEverything(1));
    private final AwsCloud cloud = lab.cloud(new AwsSettings(new LinkedHashSet<>(LabEstate.REGIONS)));

    @AfterEach
    void close() {
        cloud.close();
        lab.close();
    }

    private List<Creator> creators(Resource... resources) throws InterruptedException {
        return cloud.creators().orElseThrow().creators(List.of(resources));
    }

    private static Resource resource(String type, String name) {
        return LabEstate.resource(type, LabEstate.IRELAND, name, LabEstate.untagged());
    }

    private static Resource madeAt(String instant, Resource resource) {
        return new Resource(
                resource.id(),
                resource.type(),
                resource.location(),
                resource.name(),
                resource.tags(),
                new Creation.At(Instant.parse(instant)));
    }

    private String maker(Resource resource) throws InterruptedException {
        return switch (creators(resource).getFirst()) {
            case Creator.Known known -> known.principal();
            case Creator.Forgotten forgotten -> "forgotten";
            case Creator.Unreadable unreadable -> unreadable.failure().remedy();
        };
    }

    @Test
    void of_those_who_made_something_of_that_name_the_one_who_made_this() throws InterruptedException {
        assertThat(maker(madeAt("2026-10-01T00:10:00Z", REUSED))).isEqualTo("ann");
        assertThat(maker(madeAt("2026-10-26T08:00:00Z", REUSED))).isEqualTo("zoe");
        assertThat(maker(madeAt("2026-08-01T00:00:00Z", REUSED))).isEqualTo("forgotten");
        assertThat(maker(REUSED)).isEqualTo("zoe");
    }

    @Test
    void a_call_that_failed_made_nothing_and_other_services_make_other_things() throws InterruptedException {
        assertThat(maker(resource("dynamodb:table", LabTrail.CALLED_ALIKE))).isEqualTo("forgotten");
        assertThat(maker(resource("sqs:queue", LabTrail.CALLED_ALIKE))).isEqualTo("sam");
    }

    @Test
    void who_made_something_in_it_did_not_make_it() throws InterruptedException {
        assertThat(maker(resource("ec2:subnet", LabTrail.USED))).isEqualTo("ann");
    }

    @Test
    void a_bucket_is_looked_up_in_its_own_region() throws InterruptedException {
        assertThat(maker(resource("s3:bucket", LabTrail.BUCKET))).isEqualTo("ann");
    }

    @Test
    void what_lies_where_nobody_reads_is_not_forgotten() throws InterruptedException {
        Region milan = new Region("eu-south-1");
        Resource elsewhere = LabEstate.resource("s3:bucket", milan, "bucket", LabEstate.untagged());

        assertThat(maker(elsewhere)).contains("no account and Region that is read");
        assertThat(lab.calls()).noneMatch(call -> call.service().equals("cloudtrail"));
    }

    @Test
    void tells_the_maker_from_those_who_changed_it_later() throws InterruptedException {
        assertThat(creators(TABLE))
                .containsExactly(new Creator.Known(TABLE.id(), "ann", Instant.parse("2026-10-01T00:00:00Z")));
    }

    @Test
    void what_is_older_than_the_trail_is_forgotten_and_keeps_its_place() throws InterruptedException {
        assertThat(creators(OLD, TABLE)).first().isEqualTo(new Creator.Forgotten(OLD.id()));
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
    void who_did_not_come_in_time_is_unreadable_and_not_forgotten() throws InterruptedException {
        AwsEstate estate =
                AwsEstate.of(AwsAccess.of(new AwsSettings(new LinkedHashSet<>(LabEstate.REGIONS)), lab.connection()));
        try {
            assertThat(new CloudTrail(estate, Duration.ZERO).creators(List.of(TABLE, OLD)))
                    .hasSize(2)
                    .allSatisfy(one -> assertThat(one).isInstanceOf(Creator.Unreadable.class));
            assertThat(lab.calls()).noneMatch(call -> call.service().equals("cloudtrail"));
        } finally {
            estate.close();
        }
    }

    @Test
    void other_accounts_and_regions_are_not_asked() throws InterruptedException {
        Resource foreign = LabEstate.in(new AccountId("999999999999"), resource("sqs:queue", "q"));
        Resource elsewhere = LabEstate.resource("sqs:queue", new Region("eu-south-1"), "q", LabEstate.untagged());

        assertThat(creators(foreign, elsewhere))
                .allSatisfy(one -> assertThat(one).isInstanceOf(Creator.Unreadable.class));
        assertThat(lab.calls()).noneMatch(call -> call.service().equals("cloudtrail"));
    }
}
