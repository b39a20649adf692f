package io.tagcompliance.core.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** How names are cut into words, and how sure counts make. */
class WordsAndBoundsTest {
    @Test
    void names_are_cut_at_signs_and_where_a_capital_follows_a_small_letter() {
        assertThat(Words.of("checkout-prod_api.v2/EUWest main"))
                .containsExactly("checkout", "prod", "api", "v2", "eu", "west", "main");
        assertThat(Words.of("checkoutApiGateway")).containsExactly("checkout", "api", "gateway");
    }

    @Test
    void a_part_of_a_word_is_no_word() {
        assertThat(Words.of("product-preprod-domain")).containsExactly("product", "preprod", "domain");
    }

    @Test
    void numbers_and_signs_alone_say_nothing() {
        assertThat(Words.of("42-007--")).isEmpty();
        assertThat(Words.of("")).isEmpty();
    }

    @Test
    void the_lower_bound_is_wilson_s() {
        assertThat(new Precision(10, 10).lowerBound()).isCloseTo(0.7225, within(0.0001));
        assertThat(new Precision(90, 100).lowerBound()).isCloseTo(0.8256, within(0.0001));
        assertThat(new Precision(0, 10).lowerBound()).isCloseTo(0, within(0.0001));
        assertThat(Precision.UNKNOWN.lowerBound()).isZero();
    }

    @Test
    void it_takes_four_trials_without_a_miss_to_be_worth_saying() {
        assertThat(new Precision(3, 3).lowerBound()).isLessThan(Opinion.LEAST_CONFIDENCE);
        assertThat(new Precision(4, 4).lowerBound()).isGreaterThan(Opinion.LEAST_CONFIDENCE);
    }
}
