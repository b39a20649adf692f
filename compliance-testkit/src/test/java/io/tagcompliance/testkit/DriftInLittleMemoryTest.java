package io.tagcompliance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.trend.DriftReport;
import io.tagcompliance.core.trend.TagDrift;
import io.tagcompliance.policy.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Drifts of a large estate all of whose tags changed: an answer shows a few of them, and so no more than numbers are held. */
class DriftInLittleMemoryTest extends EstateOverDays {
    private static final int MANY = 40_000;

    /** What a drift may hold; as an object with its resource and values it is ten times as much. */
    private static final int BYTES_EACH = 40;

    private static Resource[] databases(String owner) {
        return IntStream.range(0, MANY)
                .mapToObj(number -> NamedResources.database(
                        "db-%06d".formatted(number), Map.of("Owner", owner + number, "Team", owner)))
                .toArray(Resource[]::new);
    }

    @Test
    void r81_what_is_held_of_each_drift_is_a_few_numbers() throws InterruptedException {
        day(databases("ann"));
        estate.clear();
        estate.addAll(List.of(databases("bob")));
        List<DriftReport.Compared> held = new ArrayList<>();
        held.add((DriftReport.Compared) drift(50));
        assertThat(held.getFirst().drifts()).hasSize(2 * MANY);
        List<TagDrift> both = List.copyOf(held.getFirst().drifts().subList(MANY - 1, MANY + 1));
        assertThat(both).extracting(TagDrift::severity).containsExactly(Severity.ERROR, Severity.WARNING);

        long with = heap();
        held.clear();
        assertThat(with - heap()).isLessThan(scans() + 2L * MANY * BYTES_EACH);
    }

    /** Both scans are held with the drifts, as columns: less than that for each resource. */
    private static long scans() {
        return 2L * MANY * 150;
    }

    private static long heap() {
        long least = Long.MAX_VALUE;
        for (int times = 0; times < 4; times++) {
            System.gc();
            least = Math.min(
                    least,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return least;
    }
}
