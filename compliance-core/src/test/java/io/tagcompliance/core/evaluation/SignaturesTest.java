package io.tagcompliance.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.Location;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceColumns;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.Rows;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.Severity;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.json.PolicyReader;
import io.tagcompliance.policy.json.PolicyReading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows of one signature come to the same only where nothing but single values decides. */
class SignaturesTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    private static Resource queue(int number, Map<String, String> tags) {
        return new Resource(
                new ResourceId(Cloud.AWS, "arn:aws:sqs:eu-west-1:123456789012:q" + number),
                new ResourceType("sqs:queue"),
                new Location(new AccountId("123456789012"), new Region("eu-west-1")),
                "q" + number,
                TagReading.known(tags),
                Creation.UNKNOWN);
    }

    private static TagPolicy policy(String rules) {
        byte[] text = ("{\"version\":\"3.0\"," + rules + "}").getBytes(StandardCharsets.UTF_8);
        return switch (PolicyReader.read(text)) {
            case PolicyReading.Accepted accepted -> accepted.policy();
            case PolicyReading.Rejected rejected -> throw new IllegalArgumentException(rejected.toString());
        };
    }

    /** Each resource judged alone, in a batch, and as rows, twice: how many are not compliant. */
    private static long nonCompliant(String rules, List<Resource> resources) {
        CompiledPolicy policy = CompiledPolicy.of(policy(rules));
        PolicyBatch batch = policy.batch();
        for (Resource resource : resources) {
            Subject subject = Subject.of(resource, Lineage.NONE);
            assertThat(batch.judge(subject, NOW)).isEqualTo(policy.judge(subject, NOW));
        }
        long broken = resources.stream()
                .map(resource -> policy.judge(Subject.of(resource, Lineage.NONE), NOW))
                .filter(verdict -> verdict instanceof Verdict.Judged judged && !judged.compliant())
                .count();
        ResourceColumns columns = ResourceColumns.copyOf(resources);
        ColumnVerdicts verdicts = new ColumnVerdicts(policy, columns, site -> Lineage.NONE);
        for (int round = 0; round < 2; round++) {
            ColumnTally tally = verdicts.tally(columns, Rows.all(columns), NOW, Set.of(Severity.ERROR));
            assertThat(tally.asked().size()).isZero();
            assertThat(tally.sites())
                    .extracting(ColumnTally.SiteFigures::nonCompliant)
                    .containsExactly((int) broken);
        }
        return broken;
    }

    private static List<Resource> queues(List<Map<String, String>> tags) {
        List<Resource> queues = new ArrayList<>();
        tags.forEach(some -> queues.add(queue(queues.size(), some)));
        return queues;
    }

    @Test
    void tags_that_are_compared_with_each_other_are_compared_on_every_row() {
        String rules =
                "\"conditional_tags\":[{\"id\":\"pair\",\"when\":{\"tag\":\"A\",\"present\":true},\"require\":{\"name\":\"B\",\"same_as\":\"A\"}}]";

        assertThat(nonCompliant(
                        rules,
                        queues(List.of(
                                Map.of("A", "x", "B", "x"),
                                Map.of("A", "x", "B", "y"),
                                Map.of("A", "y", "B", "y"),
                                Map.of("A", "y", "B", "x")))))
                .isEqualTo(2);
    }

    @Test
    void one_limit_of_length_is_looked_at_under_every_key() {
        String rules = "\"required_tags\":[{\"name\":\"A\"}],\"tag_naming_rules\":{\"max_value_length\":3}";

        assertThat(nonCompliant(
                        rules,
                        queues(List.of(
                                Map.of("A", "abc", "B", "abc"),
                                Map.of("A", "abc", "B", "abcd"),
                                Map.of("A", "abcd", "B", "abc"),
                                Map.of("A", "abcd", "B", "abcd")))))
                .isEqualTo(3);
    }

    @Test
    void more_demands_than_a_word_has_room_for_are_all_asked() {
        String rules = IntStream.range(0, 40)
                .mapToObj(key -> "{\"name\":\"K%d\",\"allowed_values\":[\"right\"]}".formatted(key))
                .collect(Collectors.joining(",", "\"required_tags\":[", "]"));
        List<Map<String, String>> tags = new ArrayList<>();
        for (int wrong = 0; wrong <= 40; wrong++) {
            Map<String, String> some = new LinkedHashMap<>();
            for (int key = 0; key < 40; key++) {
                some.put("K" + key, key == wrong ? "wrong" : "right");
            }
            tags.add(some);
        }

        assertThat(nonCompliant(rules, queues(tags))).isEqualTo(40);
    }
}
