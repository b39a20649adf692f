package io.tagcompliance.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.resource.ReadFailure.Kind;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.spi.TagChangeLog.Change;
import io.tagcompliance.core.spi.TagChangeLog.Changes;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.cloudtrail.model.Event;

/** Who changed tags, as far as CloudTrail knows. */
@Timeout(60)
class TagEventsTest {
    private static final Instant SINCE = Instant.ofEpochSecond(1_792_000_000);
    private static final Resource TABLE = resource("dynamodb:table", LabTrail.RETAGGED);

    private final AwsLab lab = new AwsLab(LabEstate.ofEverything(1));
    private final AwsCloud cloud = lab.cloud(new AwsSettings(new LinkedHashSet<>(LabEstate.REGIONS)));

    @AfterEach
    void close() {
        cloud.close();
        lab.close();
    }

    private static Resource resource(String type, String name) {
        return LabEstate.resource(type, LabEstate.IRELAND, name, LabEstate.untagged());
    }

    private Changes changes(Resource resource) throws InterruptedException {
        return cloud.tagChanges()
                .orElseThrow()
                .changes(List.of(resource), SINCE)
                .getFirst();
    }

    @Test
    void each_key_that_was_changed_since_then_by_its_last_changer_first() throws InterruptedException {
        assertThat(((Changes.Known) changes(TABLE)).changes())
                .containsExactly(
                        new Change("Owner", "ann", Instant.ofEpochSecond(1_793_000_200)),
                        new Change("Stage", "bob", Instant.ofEpochSecond(1_793_000_100)),
                        new Change("Owner", "bob", Instant.ofEpochSecond(1_793_000_100)));
    }

    @Test
    void what_replaces_all_tags_at_once_names_none() throws InterruptedException {
        Resource bucket = resource("s3:bucket", LabTrail.RETAGGED_BUCKET);

        assertThat(((Changes.Known) changes(bucket)).changes())
                .containsExactly(new Change("", "ann", Instant.ofEpochSecond(1_793_000_000)));
    }

    @Test
    void what_the_log_does_not_know_is_forgotten() throws InterruptedException {
        assertThat(changes(resource("dynamodb:table", "never-heard-of"))).isInstanceOf(Changes.Forgotten.class);
    }

    @Test
    void a_denied_log_is_unreadable_and_names_the_permission() throws InterruptedException {
        lab.disturb(call -> call.service().equals("cloudtrail"), LabFault.DENIED);

        assertThat(changes(TABLE)).isInstanceOfSatisfying(Changes.Unreadable.class, unreadable -> {
            assertThat(unreadable.failure().kind()).isEqualTo(Kind.ACCESS_DENIED);
            assertThat(unreadable.failure().remedy()).contains("cloudtrail:LookupEvents");
        });
    }

    @Test
    void keys_are_found_however_a_service_calls_them() {
        assertThat(keys(
                        "CreateTags",
                        "{\"resourcesSet\":{\"items\":[{\"resourceId\":\"i-1\"}]},"
                                + "\"tagSet\":{\"items\":[{\"key\":\"Owner\",\"value\":\"key\"},{\"key\":\"Team\"}]}}"))
                .containsExactly("Owner", "Team");
        assertThat(keys("TagResource20170331v2", "{\"resource\":\"arn\",\"tags\":{\"Owner\":\"x\",\"Team\":\"y\"}}"))
                .containsExactly("Owner", "Team");
        assertThat(keys("RemoveTagsFromResource", "{\"resourceName\":\"arn\",\"tagKeys\":[\"Owner\"]}"))
                .containsExactly("Owner");
        assertThat(keys("AddTags", "{\"resourceArns\":[\"a\"],\"tags\":[{\"key\":\"Owner\",\"value\":\"x\"}]}"))
                .containsExactly("Owner");
        assertThat(keys("UntagResource", "{\"resourceArn\":\"arn\"}")).containsExactly("");
    }

    private static List<String> keys(String name, String parameters) {
        return TagCall.keys(Event.builder()
                .eventName(name)
                .cloudTrailEvent("{\"requestParameters\":" + parameters + "}")
                .build());
    }
}
