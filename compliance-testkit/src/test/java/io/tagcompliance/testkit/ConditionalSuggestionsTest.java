package io.tagcompliance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.advice.Abstention.Why;
import io.tagcompliance.core.advice.Advice;
import io.tagcompliance.core.advice.SuggestRequest;
import io.tagcompliance.core.advice.SuggestionScores;
import io.tagcompliance.core.advice.TagSuggestion;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TagPolicy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Suggestions for keys that a policy demands where a condition holds. */
class ConditionalSuggestionsTest {
    private static final TagPolicy CLASSED = Estates.policy("\"required_tags\":[{\"name\":\"Owner\"}],"
            + "\"conditional_tags\":[{\"id\":\"classed\",\"when\":{\"tag\":\"Stage\",\"in\":[\"prod\"]},"
            + "\"require\":{\"name\":\"DataClass\",\"allowed_values\":[\"internal\",\"secret\"]}}]");

    private static Tagged classed(Map<String, String> tagsOfTheLast) {
        return new Tagged()
                .with(6, "sqs:queue q", Map.of("Owner", "team-a", "Stage", "prod", "DataClass", "internal"))
                .with("sqs:queue x", tagsOfTheLast);
    }

    @Test
    void a_key_that_a_condition_demands_is_suggested_where_the_condition_holds() throws InterruptedException {
        for (Map<String, String> tags : List.of(
                Map.of("Owner", "team-a", "Stage", "prod"),
                Map.of("Owner", "team-a", "Stage", "prod", "DataClass", "unheard-of"))) {
            Advice.Given given = given(CLASSED, classed(tags));

            assertThat(given.suggestions())
                    .singleElement()
                    .satisfies(one -> assertThat(one)
                            .returns(new TagKey("DataClass"), TagSuggestion::key)
                            .returns("internal", TagSuggestion::value));
            assertThat(given.abstained()).isEmpty();
        }
    }

    @Test
    void a_key_that_a_condition_demands_is_no_matter_where_the_condition_does_not_hold_or_the_key_is_right()
            throws InterruptedException {
        for (Map<String, String> tags : List.of(
                Map.of("Owner", "team-a", "Stage", "test"),
                Map.of("Owner", "team-a"),
                Map.of("Owner", "team-a", "Stage", "prod", "DataClass", "secret"))) {
            Advice.Given given = given(CLASSED, classed(tags));

            assertThat(given.suggestions()).isEmpty();
            assertThat(given.abstained()).isEmpty();
        }
    }

    @Test
    void a_key_that_a_condition_forbids_is_never_suggested() throws InterruptedException {
        TagPolicy policy =
                Estates.policy("\"required_tags\":[{\"name\":\"Owner\"}],\"conditional_tags\":[{\"id\":\"none\","
                        + "\"when\":{\"tag\":\"Stage\",\"in\":[\"prod\"]},\"forbid\":{\"name\":\"DataClass\"}}]");
        Tagged estate = classed(Map.of("Owner", "team-a", "Stage", "prod", "DataClass", "internal"));

        assertThat(given(policy, estate).suggestions()).isEmpty();
        assertThat(given(policy, estate).abstained()).isEmpty();
    }

    @Test
    void keys_that_conditions_demand_are_evaluated_too() throws InterruptedException {
        try (TagCompliance compliance = TagCompliance.judgedBy(CLASSED)
                .reading(InMemoryCloud.of(
                        classed(Map.of("Owner", "team-a", "Stage", "prod")).resources()))
                .build()) {
            assertThat(compliance
                            .evaluation()
                            .evaluate(List.of(), Patience.UNLIMITED)
                            .keys())
                    .anySatisfy(one -> assertThat(one)
                            .returns(new TagKey("DataClass"), SuggestionScores.OfKey::key)
                            .returns(6, SuggestionScores.OfKey::hidden)
                            .returns(new SuggestionScores.Lacking(1, 1), SuggestionScores.OfKey::lacking));
        }
    }

    @Test
    void a_key_that_is_to_be_the_same_as_another_is_suggested_where_the_estate_says_the_same()
            throws InterruptedException {
        TagPolicy policy = Estates.policy(
                "\"required_tags\":[{\"name\":\"Owner\"}],\"conditional_tags\":[{\"id\":\"same\","
                        + "\"when\":{\"tag\":\"Stage\",\"present\":true},\"require\":{\"name\":\"Payer\",\"same_as\":\"Owner\"}}]");
        Map<String, String> tags = Map.of("Owner", "team-a", "Stage", "prod", "Payer", "team-a");
        Tagged ours = new Tagged()
                .with(6, "sqs:queue q", tags)
                .with("sqs:queue x", Map.of("Owner", "team-a", "Stage", "prod"));
        Tagged others = new Tagged()
                .with(6, "sqs:queue q", tags)
                .with("sqs:queue x", Map.of("Owner", "team-b", "Stage", "prod"));

        assertThat(given(policy, ours).suggestions())
                .extracting(TagSuggestion::value)
                .containsExactly("team-a");
        assertThat(given(policy, others).suggestions()).isEmpty();
        assertThat(given(policy, others).abstained().getFirst().why()).isEqualTo(Why.NOT_ALLOWED);
    }

    /** For the last resource of the estate. */
    private static Advice.Given given(TagPolicy policy, Tagged estate) throws InterruptedException {
        try (TagCompliance compliance = TagCompliance.judgedBy(policy)
                .reading(InMemoryCloud.of(estate.resources()))
                .build()) {
            String last = estate.resources().getLast().id().text();
            return (Advice.Given) compliance
                    .suggestions()
                    .suggest(SuggestRequest.of(List.of(last), List.of()), Patience.UNLIMITED)
                    .resources()
                    .getFirst();
        }
    }
}
