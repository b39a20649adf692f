package io.tagcompliance.server.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.check.CheckRequest;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.policy.json.PolicyReader;
import io.tagcompliance.policy.json.PolicyReading;
import io.tagcompliance.server.ProgramRun;
import io.tagcompliance.server.tool.CallContext.Room;
import io.tagcompliance.testkit.InMemoryCloud;
import io.tagcompliance.testkit.InMemoryHistory;
import io.tagcompliance.testkit.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A history of more than a year of which every other day has no scan. */
class HistoryToolTest {
    private static final int DAYS = 400;
    private static final String POLICY = """
            {"version":"1.0","required_tags":[{"name":"Owner"}]}""";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-10-05T09:00:00Z"));
    private final InMemoryHistory.Store store = new InMemoryHistory.Store();

    private TagCompliance compliance() {
        return TagCompliance.judgedBy(
                        ((PolicyReading.Accepted) PolicyReader.read(POLICY.getBytes(StandardCharsets.UTF_8))).policy())
                .reading(InMemoryCloud.withContractEstate())
                .keeping(InMemoryHistory.on(store, clock))
                .at(clock)
                .build();
    }

    private ObjectNode history(Room room, String arguments) throws InterruptedException {
        for (int day = 0; day < DAYS; day += 2) {
            compliance().check().check(CheckRequest.EVERYTHING, Patience.UNLIMITED);
            clock.pass(Duration.ofDays(2));
        }
        Tool tool = HistoryTool.of(this::compliance, new Cursors());
        return tool.function()
                .call(
                        tool.parameters().read(ProgramRun.parse(arguments), ""),
                        new CallContext("ann", "question", Patience.UNLIMITED, room))
                .structured();
    }

    @Test
    void four_hundred_days_stay_small_and_say_how_many_have_no_scan() throws InterruptedException {
        JsonNode answer = history(Room.MODEL, "{\"days_back\":400}");

        assertThat(answer.toString()).hasSizeLessThan(8_000);
        assertThat(answer.path("intervals_without_scan").asInt()).isEqualTo(DAYS / 2 + 1);
        assertThat(answer.path("history")).hasSize(10);
        assertThat(answer.path("without_scan")).hasSize(10).first().hasToString("""
                {"from":"2027-11-08","to":"2027-11-09","intervals":2}""");
    }

    @Test
    void a_terminal_gets_every_run_of_days_without_a_scan() throws InterruptedException {
        JsonNode answer = history(Room.UNCUT, "{\"days_back\":400}");

        assertThat(answer.path("without_scan")).hasSize(DAYS / 2);
        assertThat(answer.path("history")
                        .valueStream()
                        .map(row -> row.path("date").asText()))
                .doesNotContain("2027-11-08")
                .contains("2027-11-07");
    }
}
