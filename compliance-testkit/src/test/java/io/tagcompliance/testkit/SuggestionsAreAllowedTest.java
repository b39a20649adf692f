package io.tagcompliance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.advice.Advice;
import io.tagcompliance.core.advice.SuggestRequest;
import io.tagcompliance.core.advice.SuggestionScores;
import io.tagcompliance.core.advice.TagSuggestion;
import io.tagcompliance.core.check.Proposal;
import io.tagcompliance.core.check.Validation;
import io.tagcompliance.core.evaluation.Verdict;
import io.tagcompliance.core.evaluation.Violation;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.policy.Place;
import io.tagcompliance.policy.TagPolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an estate holds, a suggested value is one that the policy allows there. */
class SuggestionsAreAllowedTest {
    private static final String REQUIRED = """
            "required_tags": [
              {"name": "Owner", "validation_regex": "^team-[a-c]$", "applies_to": ["sqs:queue", "sns:topic"]},
              {"name": "Owner", "allowed_values": ["team-a", "team-d"], "applies_to": ["ec2:volume"]},
              {"name": "Stage", "allowed_values": ["prod", "test"]}]""";
    private static final TagPolicy POLICY = Estates.policy(REQUIRED + """
            , "conditional_tags": [{"id": "c", "when": {"tag": "App", "in": ["web"]},
              "require": {"name": "Stage", "allowed_values": ["prod"]}}]""");
    private static final List<String> TYPES = List.of("sqs:queue", "sns:topic", "ec2:volume");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_suggested_value_and_its_alternatives_are_allowed(long seed) throws InterruptedException {
        List<Resource> resources = estate(new Random(seed), 0.9);
        int suggested = 0;
        try (TagCompliance compliance = compliance(POLICY, resources)) {
            for (int from = 0; from < resources.size(); from += 100) {
                List<String> ids = resources.subList(from, from + 100).stream()
                        .map(resource -> resource.id().text())
                        .toList();
                for (Advice advice : compliance
                        .suggestions()
                        .suggest(SuggestRequest.of(ids, List.of()), Patience.UNLIMITED)
                        .resources()) {
                    Advice.Given given = (Advice.Given) advice;
                    given.suggestions().forEach(suggestion -> assertAllowed(compliance, given.resource(), suggestion));
                    suggested += given.suggestions().size();
                }
            }
        }
        assertThat(suggested).isPositive();
    }

    /** Without conditions: where one leaves a single value, no dice are thrown about what is right. */
    @Test
    void where_values_are_thrown_by_dice_next_to_nothing_is_said() throws InterruptedException {
        try (TagCompliance compliance = compliance(Estates.policy(REQUIRED), estate(new Random(9), 0))) {
            SuggestionScores scores = compliance.evaluation().evaluate(List.of(), Patience.UNLIMITED);

            assertThat(scores.keys()).hasSize(2).allSatisfy(key -> {
                assertThat(key.hidden()).isGreaterThan(100);
                assertThat(key.coverage()).isLessThan(0.05);
            });
        }
    }

    private static void assertAllowed(TagCompliance compliance, Resource resource, TagSuggestion suggestion) {
        assertAllowed(compliance, resource, suggestion, suggestion.value());
        suggestion.alternatives().forEach(other -> assertAllowed(compliance, resource, suggestion, other.value()));
    }

    private static void assertAllowed(
            TagCompliance compliance, Resource resource, TagSuggestion suggestion, String value) {
        Map<String, String> tags = new LinkedHashMap<>(tags(resource));
        tags.put(suggestion.key().text(), value);
        Proposal proposal = new Proposal(resource.id().cloud(), resource.type(), Place.UNKNOWN, Tags.of(tags));
        Validation.WouldBe would = (Validation.WouldBe)
                compliance.validate().validateProposed(List.of(proposal)).rows().getFirst();
        assertThat(((Verdict.Judged) would.verdict()).violations())
                .extracting(Violation::tag)
                .doesNotContain(suggestion.key().text());
    }

    private static Map<String, String> tags(Resource resource) {
        return ((TagReading.Known) resource.tags()).tags().asMap();
    }

    private static TagCompliance compliance(TagPolicy policy, List<Resource> resources) {
        return TagCompliance.judgedBy(policy)
                .reading(InMemoryCloud.of(resources))
                .build();
    }

    /** Three hundred resources, whose values follow their application so often, and the dice otherwise. */
    private static List<Resource> estate(Random dice, double sense) {
        Tagged estate = new Tagged();
        for (int number = 0; number < 300; number++) {
            int app = dice.nextInt(3);
            Map<String, String> tags = new LinkedHashMap<>();
            if (dice.nextInt(4) > 0) {
                tags.put("App", List.of("web", "etl", "crm").get(app));
            }
            if (dice.nextInt(4) > 0) {
                int said = dice.nextDouble() < sense ? app : dice.nextInt(5);
                tags.put(
                        "Owner",
                        List.of("team-a", "team-b", "team-c", "team-d", "nobody")
                                .get(said));
            }
            if (dice.nextInt(4) > 0) {
                int said = dice.nextDouble() < sense ? app : dice.nextInt(3);
                tags.put("Stage", List.of("prod", "test", "PROD").get(said));
            }
            estate.with(TYPES.get(dice.nextInt(3)) + " n" + number + "x", tags);
        }
        return estate.resources();
    }
}
