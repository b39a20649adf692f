package io.tagcompliance.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.advice.SuggestionScores;
import io.tagcompliance.core.advice.SuggestionScores.Bin;
import io.tagcompliance.core.advice.SuggestionScores.OfKey;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.policy.json.PolicyReader;
import io.tagcompliance.policy.json.PolicyReading;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Suggestions are worth more than simpler ways on the made-up company, and as sure as they say. */
class SuggestionsOnTheDemoTest {
    private static SuggestionScores scores;

    @BeforeAll
    static void evaluate() throws InterruptedException {
        PolicyReading.Accepted policy = (PolicyReading.Accepted) PolicyReader.read(DemoEstate.policyJson());
        TagCompliance.Builder builder = TagCompliance.judgedBy(policy.policy());
        DemoEstate.clouds().forEach(builder::reading);
        try (TagCompliance compliance = builder.build()) {
            scores = compliance.evaluation().evaluate(List.of(), Patience.UNLIMITED);
        }
    }

    @Test
    void every_required_key_is_tried_and_spoken_of() {
        assertThat(scores.keys())
                .extracting(key -> key.key().text())
                .containsExactly("CostCenter", "Environment", "Owner", "DataClass");
        assertThat(scores.keys()).allSatisfy(key -> assertThat(key.spoken()).isPositive());
    }

    @Test
    void where_they_speak_suggestions_are_right_more_often_than_the_commonest_value_of_estate_or_account() {
        assertThat(scores.keys()).allSatisfy(key -> {
            assertThat(key.right()).isGreaterThanOrEqualTo(key.baseline().majorityWhereSpoken());
            assertThat(key.right()).isGreaterThanOrEqualTo(key.baseline().accountWhereSpoken());
        });
    }

    @Test
    void suggestions_are_right_at_least_as_often_as_they_say() {
        assertThat(scores.keys())
                .allSatisfy(key -> assertThat(key.precision()).isGreaterThanOrEqualTo(meanConfidence(key)));
        assertThat(scores.keys().stream().flatMap(key -> key.bins().stream()))
                .filteredOn(bin -> bin.spoken() >= 20)
                .isNotEmpty()
                .allSatisfy(bin -> assertThat(bin.precision()).isGreaterThanOrEqualTo(bin.meanConfidence()));
    }

    @Test
    void what_nobody_knows_is_abstained_from() {
        assertThat(scores.keys()).allSatisfy(key -> {
            assertThat(key.lacking().suggested()).isLessThan(key.lacking().resources());
            assertThat(key.bins()).allSatisfy(bin -> assertThat(bin.from()).isGreaterThanOrEqualTo(0.5));
        });
    }

    private static double meanConfidence(OfKey key) {
        return key.bins().stream().mapToDouble(Bin::confidenceSum).sum() / key.spoken();
    }
}
