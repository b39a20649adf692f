package io.tagcompliance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.core.spi.TagChangeLog.Changes;
import io.tagcompliance.core.trend.DriftReport;
import io.tagcompliance.core.trend.DriftReport.Author;
import io.tagcompliance.core.trend.DriftReport.Incident;
import io.tagcompliance.core.trend.TagDrift;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who made a flood of changes, by a log that gives out few answers. */
class DriftAuthorsTest extends EstateOverDays {
    private static final int MANY = 300;
    private static final int FLOOD = 50;

    private ChangesInMemory log = ChangesInMemory.of(super.cloud(), ChangesInMemory::forgotten);

    @Override
    CloudProvider cloud() {
        return log;
    }

    private static Resource[] databases(Function<String, Resource> made) {
        return IntStream.range(0, MANY).mapToObj("db-%03d"::formatted).map(made).toArray(Resource[]::new);
    }

    /** All of them lost the tag Owner, by a log that says this of each. */
    private DriftReport.Compared afterAFlood(Function<Resource, Changes> says) throws InterruptedException {
        day(databases(EstateOverDays::tidy));
        log = ChangesInMemory.of(super.cloud(), says);
        estate.replaceAll(one -> bare(one.name()));
        return (DriftReport.Compared) drift(FLOOD);
    }

    private static Author author(DriftReport.Compared found) {
        assertThat(found.incidents()).extracting(Incident::resources).containsExactly(MANY);
        return found.incidents().getFirst().author();
    }

    @Test
    void the_actor_of_a_flood_is_named_by_three_that_are_looked_up_and_claimed_of_no_more()
            throws InterruptedException {
        DriftReport.Compared found = afterAFlood(one -> ChangesInMemory.by("ann", one));

        assertThat(author(found)).isEqualTo(new Author.Same("ann", 3, 3));
        assertThat(log.asked()).containsExactly("db-000", "db-149", "db-299");
        assertThat(found.drifts()).hasSize(MANY);
        assertThat(found.drifts().stream().filter(drift -> drift.change() instanceof TagDrift.Change.NotAsked))
                .hasSize(MANY - 3);
    }

    @Test
    void nobody_is_named_where_those_looked_up_have_different_actors() throws InterruptedException {
        DriftReport.Compared found =
                afterAFlood(one -> ChangesInMemory.by(one.name().equals("db-149") ? "bob" : "ann", one));

        assertThat(author(found)).isEqualTo(new Author.Differing(3, 3));
    }

    @Test
    void of_those_that_are_looked_up_only_those_count_that_the_log_knows() throws InterruptedException {
        DriftReport.Compared found = afterAFlood(
                one -> one.name().equals("db-000") ? ChangesInMemory.forgotten(one) : ChangesInMemory.by("ann", one));

        assertThat(author(found)).isEqualTo(new Author.Same("ann", 2, 3));
    }

    @Test
    void a_flood_that_no_log_knows_has_no_actor() throws InterruptedException {
        assertThat(author(afterAFlood(ChangesInMemory::forgotten))).isEqualTo(new Author.Unknown(3));
    }

    @Test
    void a_drift_beside_a_flood_is_looked_up_too() throws InterruptedException {
        day(databases(EstateOverDays::tidy));
        log = ChangesInMemory.of(super.cloud(), one -> ChangesInMemory.by("ann", one));
        estate.replaceAll(one -> one.name().equals("db-007") ? tidyToo(one.name()) : bare(one.name()));

        DriftReport.Compared found = (DriftReport.Compared) drift(FLOOD);

        assertThat(log.asked()).hasSize(4).last().isEqualTo("db-007");
        assertThat(found.drifts())
                .filteredOn(drift -> drift.kind() == TagDrift.Kind.CHANGED)
                .singleElement()
                .satisfies(drift -> assertThat(drift.change()).isInstanceOf(TagDrift.Change.Known.class));
    }

    private static Resource tidyToo(String name) {
        return NamedResources.database(name, Map.of("Owner", "bob"));
    }
}
