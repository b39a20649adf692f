package io.tagcompliance.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What rules ask for, in words. */
class RuleWordsTest {
    private static final TagKey OWNER = new TagKey("Owner");
    private static final Condition THERE = new Condition.IsPresent(OWNER);
    private static final Condition PRODUCTION =
            new Condition.HasValue(new TagKey("Environment"), oneOf(ValueCase.EXACT, "production"));

    @Test
    void a_condition_on_one_tag_says_what_the_tag_is() {
        assertThat(RuleWords.of(THERE)).isEqualTo("Owner is there");
        assertThat(RuleWords.of(PRODUCTION)).isEqualTo("Environment is one of: production");
        assertThat(RuleWords.of(new Condition.Not(PRODUCTION))).isEqualTo("not (Environment is one of: production)");
    }

    @Test
    void conditions_are_joined_and_those_that_are_joined_themselves_stand_in_brackets() {
        Condition both = new Condition.AllOf(List.of(THERE, PRODUCTION));
        Condition either = new Condition.AnyOf(List.of(THERE, PRODUCTION));

        assertThat(RuleWords.of(both)).isEqualTo("Owner is there and Environment is one of: production");
        assertThat(RuleWords.of(either)).isEqualTo("Owner is there or Environment is one of: production");
        assertThat(RuleWords.of(new Condition.AllOf(List.of(either, new Condition.Not(both)))))
                .isEqualTo("(Owner is there or Environment is one of: production)"
                        + " and not (Owner is there and Environment is one of: production)");
        assertThat(RuleWords.of(new Condition.AnyOf(List.of(both, THERE))))
                .isEqualTo("(Owner is there and Environment is one of: production) or Owner is there");
        assertThat(RuleWords.of(new Condition.AnyOf(List.of(both))))
                .isEqualTo("Owner is there and Environment is one of: production");
    }

    @Test
    void a_consequence_says_what_must_be() {
        assertThat(RuleWords.of(new Consequence.SameAs(OWNER, new TagKey("Team"))))
                .isEqualTo("Owner must have the value of Team");
        assertThat(RuleWords.of(new Consequence.Forbid(OWNER))).isEqualTo("Owner must not be there");
        assertThat(RuleWords.of(new Consequence.Require(Demand.of(OWNER, List.of()))))
                .isEqualTo("Owner must be there");
    }

    @Test
    void a_demand_names_its_values_and_whether_their_case_matters() {
        assertThat(RuleWords.of(Demand.of(
                        OWNER,
                        List.of(oneOf(ValueCase.ANY, "a", "b*"), new ValueRule.Matches("[a-z]+", ValueCase.EXACT)))))
                .isEqualTo("Owner must be there, and is one of in any case: a, b* and matches [a-z]+");
        assertThat(RuleWords.of(Demand.of(OWNER, List.of(new ValueRule.Matches("x", ValueCase.LOWERCASE_ADVISED)))))
                .isEqualTo("Owner must be there, and matches in any case x");
    }

    @Test
    void ten_values_are_named_and_the_rest_is_counted() {
        assertThat(RuleWords.of(numbered(10))).isEqualTo("n is one of: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10");
        assertThat(RuleWords.of(numbered(12))).isEqualTo("n is one of: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 more");
    }

    private static Condition numbered(int last) {
        String[] values =
                IntStream.rangeClosed(1, last).mapToObj(String::valueOf).toArray(String[]::new);
        return new Condition.HasValue(new TagKey("n"), oneOf(ValueCase.EXACT, values));
    }

    @Test
    void a_period_is_a_number_of_days_or_of_hours() {
        assertThat(RuleWords.of(Duration.ofDays(7))).isEqualTo("7d");
        assertThat(RuleWords.of(Duration.ofHours(36))).isEqualTo("36h");
        assertThat(RuleWords.of(Duration.ZERO)).isEqualTo("0d");
    }

    private static ValueRule oneOf(ValueCase valueCase, String... values) {
        return new ValueRule.OneOf(
                List.of(values).stream().map(AllowedValue::new).toList(), valueCase);
    }
}
