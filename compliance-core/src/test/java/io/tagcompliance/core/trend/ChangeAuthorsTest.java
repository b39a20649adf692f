package io.tagcompliance.core.trend;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.Location;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceColumns;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.core.spi.AccountDirectory;
import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.core.spi.CreatorLog;
import io.tagcompliance.core.spi.ResourceInventory;
import io.tagcompliance.core.spi.TagChangeLog;
import io.tagcompliance.core.spi.TagChangeLog.Change;
import io.tagcompliance.core.spi.TagChangeLog.Changes;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who made a drift, by what a log says. */
class ChangeAuthorsTest {
    private static final Instant SINCE = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant LATER = SINCE.plusSeconds(60);
    private static final ChangeAuthors.Between SCANS = new ChangeAuthors.Between(SINCE, SINCE.plusSeconds(3600));

    private static TagDrift drift(int number, String tag) {
        ResourceId id = new ResourceId(Cloud.AWS, "arn:aws:sqs:eu-west-1:111111111111:queue-" + number);
        Resource resource = new Resource(
                id,
                new ResourceType("sqs:queue"),
                new Location(new AccountId("111111111111"), new Region("eu-west-1")),
                "queue-" + number,
                new TagReading.Known(Tags.NONE),
                Creation.UNKNOWN);
        return new TagDrift(
                resource,
                tag,
                TagDrift.Kind.REMOVED,
                new TagDrift.OldAndNew.Went("x"),
                Severity.ERROR,
                new TagDrift.Change.NotAsked());
    }

    private static TagDrift.Change author(TagDrift drift, Change... changes) throws InterruptedException {
        return heard(drift, id -> new Changes.Known(id, List.of(changes)));
    }

    private static TagDrift.Change heard(Function<ResourceId, Changes> script) throws InterruptedException {
        return heard(drift(1, "Owner"), script);
    }

    private static TagDrift.Change heard(TagDrift drift, Function<ResourceId, Changes> script)
            throws InterruptedException {
        ResourceColumns scan = ResourceColumns.copyOf(List.of(drift.resource()));
        return new ChangeAuthors(List.of(new ScriptedLog(script)))
                .heard(scan, IntStream.of(0), SCANS).values().stream()
                        .map(changes -> ChangeAuthors.author(drift, changes))
                        .findFirst()
                        .orElseGet(TagDrift.Change.NotAsked::new);
    }

    private static TagDrift.Change by(String principal) {
        return new TagDrift.Change.Known(principal, LATER);
    }

    @Test
    void the_last_one_who_changed_that_key_in_any_case() throws InterruptedException {
        assertThat(author(
                        drift(1, "Owner"),
                        new Change("Team", "zoe", LATER.plusSeconds(9)),
                        new Change("owner", "ann", LATER),
                        new Change("Owner", "bob", SINCE)))
                .isEqualTo(by("ann"));
    }

    /** The newer scan may be one that was kept for minutes, and its drift is older than what was done since. */
    @Test
    void who_changed_it_after_the_newer_scan_was_begun_did_not_make_its_drift() throws InterruptedException {
        Change since = new Change("Owner", "bob", SCANS.until().plusSeconds(1));

        assertThat(author(drift(1, "Owner"), since, new Change("Owner", "ann", LATER)))
                .isEqualTo(by("ann"));
        assertThat(author(drift(1, "Owner"), new Change("", "bob", since.at()), new Change("", "ann", LATER)))
                .isEqualTo(by("ann"));
        assertThat(author(drift(1, "Owner"), since)).isEqualTo(new TagDrift.Change.Unknown());
    }

    @Test
    void who_replaced_all_tags_only_where_it_was_one_and_the_same() throws InterruptedException {
        assertThat(author(drift(1, "Owner"), new Change("", "ann", LATER), new Change("", "ann", SINCE)))
                .isEqualTo(by("ann"));
        assertThat(author(drift(1, "Owner"), new Change("", "ann", LATER), new Change("", "bob", SINCE)))
                .isEqualTo(new TagDrift.Change.Unknown());
    }

    @Test
    void nobody_where_the_log_says_nothing_and_none_is_looked_up_where_it_can_not_be_read()
            throws InterruptedException {
        ReadFailure denied = new ReadFailure(ReadFailure.Kind.ACCESS_DENIED, "log:Read", "Allow log:Read.");

        assertThat(heard(Changes.Forgotten::new)).isEqualTo(new TagDrift.Change.Unknown());
        assertThat(heard(id -> new Changes.Unreadable(id, denied))).isEqualTo(new TagDrift.Change.NotAsked());
    }

    @Test
    void only_the_first_fifty_resources_are_looked_up_each_once() throws InterruptedException {
        ScriptedLog log = new ScriptedLog(id -> new Changes.Known(id, List.of(new Change("Owner", "ann", LATER))));
        ResourceColumns scan = ResourceColumns.copyOf(IntStream.range(0, 60)
                .mapToObj(number -> drift(number, "Owner").resource())
                .toList());
        IntStream backwardsAndTwice = IntStream.range(0, 120).map(number -> 59 - number / 2);

        Map<Integer, List<Change>> heard = new ChangeAuthors(List.of(log)).heard(scan, backwardsAndTwice, SCANS);

        assertThat(log.asked()).hasSize(50).first().isEqualTo(scan.get(59));
        assertThat(heard).hasSize(50).containsKeys(59, 10).doesNotContainKey(9);
    }

    /** A cloud that only has a log. */
    private record ScriptedLog(Function<ResourceId, Changes> script, List<Resource> asked)
            implements CloudProvider, TagChangeLog {
        ScriptedLog(Function<ResourceId, Changes> script) {
            this(script, new ArrayList<>());
        }

        @Override
        public List<Changes> changes(List<Resource> resources, Instant since) {
            asked.addAll(resources);
            return resources.stream().map(Resource::id).map(script).toList();
        }

        @Override
        public Optional<TagChangeLog> tagChanges() {
            return Optional.of(this);
        }

        @Override
        public Cloud cloud() {
            return Cloud.AWS;
        }

        @Override
        public Source source() {
            return Source.LIVE;
        }

        @Override
        public ResourceInventory inventory() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<AccountDirectory> directory() {
            return Optional.empty();
        }

        @Override
        public Optional<CreatorLog> creators() {
            return Optional.empty();
        }

        @Override
        public void close() {
            // there is nothing to let go of
        }
    }
}
