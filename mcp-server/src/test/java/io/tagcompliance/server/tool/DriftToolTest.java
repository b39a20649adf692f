package io.tagcompliance.server.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.check.CheckRequest;
import io.tagcompliance.core.check.Keep;
import io.tagcompliance.core.check.ResourceFilter;
import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.Location;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.scan.Freshness;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.core.spi.AccountDirectory;
import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.core.spi.CreatorLog;
import io.tagcompliance.core.spi.ResourceInventory;
import io.tagcompliance.core.spi.TagChangeLog;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.Severity;
import io.tagcompliance.policy.json.PolicyReader;
import io.tagcompliance.policy.json.PolicyReading;
import io.tagcompliance.server.ProgramRun;
import io.tagcompliance.server.tool.CallContext.Room;
import io.tagcompliance.server.tool.Tool.Answer;
import io.tagcompliance.testkit.InMemoryCloud;
import io.tagcompliance.testkit.InMemoryHistory;
import io.tagcompliance.testkit.SettableClock;
import io.tagcompliance.testkit.Trouble;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Drift as clients get it: from which scan, and who made a flood of it. */
class DriftToolTest {
    private static final int MANY = 60;
    private static final String POLICY = """
            {"version":"1.0","required_tags":[{"name":"Owner"}]}""";
    private static final Map<String, String> TIDY = Map.of("Owner", "ann");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-10-05T09:00:00Z"));
    private final InMemoryHistory.Store store = new InMemoryHistory.Store();

    private static InMemoryCloud cloud(Map<String, String> tags) {
        return InMemoryCloud.of(IntStream.range(0, MANY)
                .mapToObj(number -> queue("queue-" + number, tags))
                .toList());
    }

    private static Resource queue(String name, Map<String, String> tags) {
        return new Resource(
                new ResourceId(Cloud.AWS, "arn:aws:sqs:eu-west-1:111111111111:" + name),
                new ResourceType("sqs:queue"),
                new Location(InMemoryCloud.ACCOUNT, new Region("eu-west-1")),
                name,
                TagReading.known(tags),
                Creation.UNKNOWN);
    }

    private TagCompliance compliance(CloudProvider cloud) {
        return TagCompliance.judgedBy(
                        ((PolicyReading.Accepted) PolicyReader.read(POLICY.getBytes(StandardCharsets.UTF_8))).policy())
                .reading(cloud)
                .keeping(InMemoryHistory.on(store, clock))
                .at(clock)
                .build();
    }

    private void keep(CloudProvider cloud) throws InterruptedException {
        CheckRequest request = new CheckRequest(
                ResourceFilter.EVERYTHING,
                Set.of(Severity.ERROR),
                Freshness.READ_NOW,
                Keep.WITH_RESOURCES,
                BigDecimal.ZERO);
        compliance(cloud).check().check(request, Patience.UNLIMITED);
        clock.pass(Duration.ofDays(1));
    }

    private void keepPartial() throws InterruptedException {
        InMemoryCloud cloud = cloud(TIDY);
        cloud.inflict(new Trouble.TagsDenied(cloud.estate().getFirst().id()));
        keep(cloud);
    }

    private Answer drift(CloudProvider cloud, String arguments) throws InterruptedException {
        Tool tool = DriftTool.of(() -> compliance(cloud), new Cursors());
        return tool.function()
                .call(
                        tool.parameters().read(ProgramRun.parse(arguments), ""),
                        new CallContext("ann", "question", Patience.UNLIMITED, Room.MODEL));
    }

    /** A cloud with a log of changes. */
    private record Logged(CloudProvider inner, Function<Resource, String> principal)
            implements CloudProvider, TagChangeLog {
        @Override
        public List<Changes> changes(List<Resource> resources, Instant since) {
            return resources.stream()
                    .<Changes>map(one ->
                            new Changes.Known(one.id(), List.of(new Change("Owner", principal.apply(one), since))))
                    .toList();
        }

        @Override
        public Optional<TagChangeLog> tagChanges() {
            return Optional.of(this);
        }

        @Override
        public Source source() {
            return inner.source();
        }

        @Override
        public Cloud cloud() {
            return inner.cloud();
        }

        @Override
        public ResourceInventory inventory() {
            return inner.inventory();
        }

        @Override
        public Optional<AccountDirectory> directory() {
            return inner.directory();
        }

        @Override
        public Optional<CreatorLog> creators() {
            return inner.creators();
        }

        @Override
        public void close() {
            inner.close();
        }
    }

    @Test
    void an_incident_says_who_made_it_and_of_how_many_that_is_known() throws InterruptedException {
        keep(cloud(TIDY));

        Answer answer = drift(new Logged(cloud(Map.of()), one -> "ann"), "{}");

        assertThat(answer.structured().path("incidents")).singleElement().hasToString("""
                {"tag":"Owner","change":"removed","resources":60,"changed_by":"ann","actors":"same","answered":3,\
                "looked_up":3}""");
        assertThat(answer.text()).contains("of 60 resources; 3 of 3 looked up name the same actor");
    }

    @Test
    void an_incident_whose_actors_differ_names_none_and_says_so() throws InterruptedException {
        keep(cloud(TIDY));

        Answer answer = drift(new Logged(cloud(Map.of()), Resource::name), "{}");

        assertThat(answer.structured().at("/incidents/0/changed_by").isNull()).isTrue();
        assertThat(answer.structured().at("/incidents/0/actors").asText()).isEqualTo("differ");
        assertThat(answer.text()).contains("3 of 3 looked up answered, and name different actors");
    }

    @Test
    void without_a_log_nobody_is_looked_up() throws InterruptedException {
        keep(cloud(TIDY));

        Answer found = drift(cloud(Map.of()), "{}");
        JsonNode incident = found.structured().at("/incidents/0");

        assertThat(incident.path("actors").asText()).isEqualTo("unknown");
        assertThat(incident.path("looked_up").asInt()).isZero();
        assertThat(found.text()).contains("none could be looked up");
    }

    @Test
    void a_partial_scan_is_listed_and_compared_with_where_it_is_named() throws InterruptedException {
        keepPartial();

        JsonNode none = drift(cloud(Map.of()), "{}").structured();
        assertThat(none.has("baseline")).isFalse();
        assertThat(none.at("/kept_scans/0/coverage").asText()).isEqualTo("partial");

        String scan = none.at("/kept_scans/0/scan_id").asText();
        Answer named = drift(cloud(Map.of()), "{\"baseline\":\"" + scan + "\"}");
        assertThat(named.structured().at("/baseline/coverage").asText()).isEqualTo("partial");
        assertThat(named.structured().path("total_drifts").asInt()).isEqualTo(MANY - 1);
        assertThat(named.text()).contains("by a partial scan");
    }

    @Test
    void a_scan_that_is_older_than_the_days_is_listed_and_the_days_are_named() throws InterruptedException {
        keep(cloud(TIDY));
        clock.pass(Duration.ofDays(40));

        Answer none = drift(cloud(Map.of()), "{\"lookback_days\":20}");

        assertThat(none.structured().at("/kept_scans/0/coverage").asText()).isEqualTo("complete");
        assertThat(none.structured().at("/null_reasons/baseline").asText()).contains("of the last 20 days");
        assertThat(none.text()).contains("of the last 20 days", "can be asked for as baseline: 1");
    }

    @Test
    void a_baseline_that_nobody_kept_is_refused_with_one_that_is_there() throws InterruptedException {
        keep(cloud(TIDY));

        assertThatThrownBy(() -> drift(cloud(Map.of()), "{\"baseline\":\"never\"}"))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining("baseline")
                .hasMessageContaining("the newest is");
    }
}
