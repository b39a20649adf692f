package io.tagcompliance.server.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.scan.Retention;
import io.tagcompliance.core.spi.AuditTrail;
import io.tagcompliance.core.spi.AuditTrail.Entry;
import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.core.spi.ScanCache;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.json.PolicyReader;
import io.tagcompliance.policy.json.PolicyReading;
import io.tagcompliance.server.ProgramRun;
import io.tagcompliance.server.guard.Audit.Need;
import io.tagcompliance.server.handout.Handouts;
import io.tagcompliance.server.tool.CallContext.Room;
import io.tagcompliance.server.tool.Cursors;
import io.tagcompliance.server.tool.ToolCatalogue;
import io.tagcompliance.testkit.FailingNth;
import io.tagcompliance.testkit.InMemoryCache;
import io.tagcompliance.testkit.InMemoryCloud;
import io.tagcompliance.testkit.InMemoryStore;
import io.tagcompliance.testkit.SettableClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * One scenario, repeated with its first, second, third and so on call to a store failing. Each time the answers are right
 * or say what is missing, nothing is half remembered, and the next call works.
 */
class FailingCallsTest {
    private static final String POLICY = """
            {"version":"1.0","required_tags":[{"name":"Environment"},{"name":"Owner","validation_regex":"^team-1.*"}]}""";

    private static final List<String[]> SCENARIO = List.of(
            new String[] {"check_tag_compliance", "{}"},
            new String[] {"check_tag_compliance", "{\"detail\":\"full\",\"limit\":100}"},
            new String[] {"find_untagged_resources", "{\"missing\":\"any_required\",\"limit\":100}"},
            new String[] {"check_tag_compliance", "{\"filters\":{\"account_ids\":[\"111111111111\"]}}"},
            new String[] {
                "validate_resource_tags",
                "{\"resource_arns\":[\"arn:aws:ec2:eu-west-1:111111111111:instance/i-0001\","
                        + "\"arn:aws:ec2:eu-west-1:111111111111:instance/i-absent\"]}"
            },
            new String[] {"check_tag_compliance", "{\"fresh\":true}"},
            new String[] {"get_tagging_policy", "{}"});

    private final List<JsonNode> sound = run(new House());

    /** A program over stores in memory. */
    private static final class House implements AutoCloseable {
        private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T00:00:00Z"));
        private final InMemoryStore store = new InMemoryStore();
        private UnaryOperator<AuditTrail> trail = UnaryOperator.identity();
        private UnaryOperator<ScanCache> cache = UnaryOperator.identity();
        private UnaryOperator<CloudProvider> cloud = UnaryOperator.identity();
        private Need need = Need.WHERE_POSSIBLE;

        CallGuard guard() {
            TagCompliance compliance = TagCompliance.judgedBy(policy())
                    .reading(cloud.apply(InMemoryCloud.withContractEstate()))
                    .remembering(cache.apply(new InMemoryCache(clock)), Retention.DEFAULT)
                    .at(clock)
                    .build();
            Audit audit = new Audit(trail.apply(store.open()), new KeyedDigest(() -> new byte[32]), need);
            return new CallGuard(
                    ToolCatalogue.over(
                            () -> compliance,
                            new Cursors(),
                            Handouts.in(Path.of("target", "handouts"), InstantSource.system()),
                            new KeyedDigest(() -> new byte[32])::of),
                    audit,
                    Duration.ofSeconds(30));
        }

        private static TagPolicy policy() {
            return ((PolicyReading.Accepted) PolicyReader.read(POLICY.getBytes(StandardCharsets.UTF_8))).policy();
        }

        @Override
        public void close() {
            store.close();
        }
    }

    @Test
    void whichever_call_to_the_audit_store_fails_reads_are_right_and_say_that_they_are_unaudited() {
        for (int call = 1; call <= 2 * SCENARIO.size(); call++) {
            FailingNth nth = new FailingNth(call);
            try (House house = new House()) {
                house.trail = nth::of;
                List<JsonNode> answers = run(house);

                assertThat(nth.isReached()).isTrue();
                assertThat(facts(answers)).as("call " + call).isEqualTo(facts(sound));
                assertThat(unaudited(answers)).containsExactly((call - 1) / 2);
                assertNothingIsHalfRecorded(house, answers, (call - 1) / 2);
            }
        }
    }

    @Test
    void where_audit_is_required_whichever_call_to_the_store_fails_is_refused_and_the_next_one_is_not() {
        for (int call = 1; call <= 2 * SCENARIO.size(); call++) {
            try (House house = new House()) {
                house.trail = new FailingNth(call)::of;
                house.need = Need.ALWAYS;
                List<JsonNode> answers = run(house);
                int failed = (call - 1) / 2;

                for (int at = 0; at < answers.size(); at++) {
                    assertThat(answers.get(at).path("error_code").asText(""))
                            .as("call %d, answer %d", call, at)
                            .isEqualTo(at == failed ? "audit_unavailable" : "");
                }
            }
        }
    }

    @Test
    void whichever_call_to_the_cache_fails_every_answer_is_right() {
        int call = 0;
        boolean reached = true;
        while (reached) {
            FailingNth nth = new FailingNth(++call);
            try (House house = new House()) {
                house.cache = nth::of;
                List<JsonNode> answers = run(house);
                reached = nth.isReached();

                assertThat(facts(answers)).as("call " + call).isEqualTo(facts(sound));
                assertThat(unaudited(answers)).isEmpty();
            }
        }
        assertThat(call).as("calls to the cache").isGreaterThan(6);
    }

    @Test
    void whichever_call_to_the_cloud_fails_the_answers_are_right_or_say_what_is_missing() {
        int call = 0;
        boolean reached = true;
        while (reached) {
            FailingNth nth = new FailingNth(++call);
            try (House house = new House()) {
                house.cloud = nth::of;
                CallGuard guard = house.guard();
                List<JsonNode> answers = run(guard);
                reached = nth.isReached();

                for (int at = 0; at < answers.size(); at++) {
                    assertRightOrMissing(answers.get(at), sound.get(at), "call " + call + ", answer " + at);
                }
                if (reached) {
                    house.clock.pass(Duration.ofMinutes(3));
                    assertThat(facts(run(guard))).as("after call " + call).isEqualTo(facts(sound));
                }
            }
        }
        assertThat(call).as("calls to the cloud").isGreaterThan(10);
    }

    private static void assertRightOrMissing(JsonNode answer, JsonNode sound, String which) {
        if (answer.has("summary")) {
            int unknown = answer.path("summary").path("unknown").asInt();
            assertThat(unknown == 2 || fact(answer).equals(fact(sound)))
                    .as(which)
                    .isTrue();
        } else if (answer.path("coverage").asText().equals("partial")) {
            assertThat(answer.path("gaps")).as(which).isNotEmpty();
            assertThat(answer.path("compliance_score").isMissingNode()
                            || answer.path("compliance_score").isNull())
                    .as("the score is withheld, " + which)
                    .isTrue();
        } else {
            assertThat(fact(answer)).as(which).isEqualTo(fact(sound));
        }
    }

    /** Every result has its intent before it, and only the call that failed lacks one of the two. */
    private static void assertNothingIsHalfRecorded(House house, List<JsonNode> answers, int failed) {
        Map<String, Long> records = house.store.entries().stream()
                .collect(Collectors.groupingBy(Entry::correlationId, Collectors.counting()));
        for (int at = 0; at < answers.size(); at++) {
            long found =
                    records.getOrDefault(answers.get(at).path("correlation_id").asText(), 0L);
            assertThat(found).isLessThan(at == failed ? 2L : 3L).isGreaterThanOrEqualTo(at == failed ? 0L : 2L);
        }
        try (AuditTrail trail = house.store.open()) {
            assertThat(trail.verify()).isInstanceOf(AuditTrail.Verification.Intact.class);
        }
    }

    private static List<JsonNode> run(House house) {
        return run(house.guard());
    }

    private static List<JsonNode> run(CallGuard guard) {
        List<JsonNode> answers = new ArrayList<>();
        for (String[] step : SCENARIO) {
            Call call = new Call(
                    step[0], ProgramRun.parse(step[1]), "local", Room.MODEL, Call.Wait.TO_THE_DEADLINE, progress -> {});
            answers.add(guard.call(call).orElseThrow().structured());
        }
        return answers;
    }

    private static List<Integer> unaudited(List<JsonNode> answers) {
        List<Integer> found = new ArrayList<>();
        for (int at = 0; at < answers.size(); at++) {
            if (!answers.get(at).path("audited").asBoolean()) {
                found.add(at);
            }
        }
        return found;
    }

    private static List<JsonNode> facts(List<JsonNode> answers) {
        return answers.stream().map(FailingCallsTest::fact).toList();
    }

    /** An answer without what differs from run to run, or says where it was read. */
    private static JsonNode fact(JsonNode answer) {
        ObjectNode fact = answer.deepCopy();
        fact.remove(List.of("correlation_id", "audited", "read_from", "next_cursor", "as_of"));
        return fact;
    }
}
