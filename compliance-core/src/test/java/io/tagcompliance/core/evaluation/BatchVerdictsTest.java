package io.tagcompliance.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.json.PolicyReader;
import io.tagcompliance.policy.json.PolicyReading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a batch said once it says again only of those that it is true of, each with its own values. */
class BatchVerdictsTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final int MANY = BatchValues.MOST + 2_000;

    /** Five keys whose values are judged, two more whose names are wrong, and a condition that shows what it found. */
    private static final CompiledPolicy POLICY = policy("""
            {"version": "3.0",
             "required_tags": [
               {"name": "A", "allowed_values": ["right"]}, {"name": "B", "allowed_values": ["right"]},
               {"name": "C", "allowed_values": ["right"]}, {"name": "D", "pattern": "r[a-z]+"},
               {"name": "E", "pattern": "r[a-z]+"}, {"name": "F"}],
             "prohibited_tags": [{"id": "secret", "name": "secret-*"}],
             "conditional_tags": [
               {"id": "pair", "when": {"tag": "A", "in": ["w1"]}, "require": {"name": "B", "allowed_values": ["w2"]}}],
             "tag_naming_rules": {"case_sensitivity": true, "allow_special_characters": false, "max_value_length": 40}}""");

    private static CompiledPolicy policy(String text) {
        TagPolicy policy = switch (PolicyReader.read(text.getBytes(StandardCharsets.UTF_8))) {
            case PolicyReading.Accepted accepted -> accepted.policy();
            case PolicyReading.Rejected rejected -> throw new IllegalArgumentException(rejected.toString());
        };
        return CompiledPolicy.of(policy);
    }

    private static Subject subject(Map<String, String> tags) {
        return Subject.of(Cloud.AWS, new ResourceType("sqs:queue"), TagReading.known(tags));
    }

    private static void assertBatchSaysTheSame(List<Map<String, String>> all) {
        PolicyBatch batch = POLICY.batch();
        for (Map<String, String> tags : all) {
            assertThat(batch.judge(subject(tags), NOW)).isEqualTo(POLICY.judge(subject(tags), NOW));
        }
    }

    @Test
    void any_number_of_wrong_values_is_shown_as_each_resource_has_them() {
        Random random = new Random(29);
        List<String> keys = List.of("A", "B", "C", "D", "E", "f", "secret-1", "x!y");
        List<Map<String, String>> all = new ArrayList<>();
        for (int number = 0; number < 4_000; number++) {
            Map<String, String> tags = new LinkedHashMap<>();
            for (String key : keys) {
                if (random.nextInt(6) > 0) {
                    tags.put(key, List.of("right", "w1", "w2", "w".repeat(41)).get(random.nextInt(4)));
                }
            }
            all.add(tags);
        }

        assertBatchSaysTheSame(all);
    }

    @Test
    void more_values_than_are_numbered_are_shown_too() {
        assertBatchSaysTheSame(IntStream.range(0, MANY)
                .mapToObj(number -> Map.of("A", "w" + number, "B", "w" + number / 2))
                .toList());
    }

    /** Of values without a number nothing is known: that one of them is wrong says nothing of the next. */
    @Test
    void of_more_values_than_are_numbered_each_is_judged_by_itself() {
        assertBatchSaysTheSame(IntStream.range(0, MANY)
                .mapToObj(number -> Map.of("D", (number % 3 == 0 ? "r" : "w") + letters(number)))
                .toList());
    }

    private static String letters(int number) {
        return Integer.toString(number)
                .chars()
                .mapToObj(digit -> Character.toString('a' + digit - '0'))
                .collect(Collectors.joining());
    }

    @Test
    void what_shows_no_value_is_said_once_and_what_a_value_breaks_is_told_once() {
        PolicyBatch batch = POLICY.batch();

        assertThat(batch.judge(subject(Map.of("A", "right")), NOW))
                .isSameAs(batch.judge(subject(Map.of("A", "right")), NOW));
        assertThat(wrongA(batch, Map.of("A", "w1", "B", "w3"))).isSameAs(wrongA(batch, Map.of("A", "w1")));
    }

    private static Violation wrongA(PolicyBatch batch, Map<String, String> tags) {
        return ((Verdict.Judged) batch.judge(subject(tags), NOW)).violations().getFirst();
    }
}
