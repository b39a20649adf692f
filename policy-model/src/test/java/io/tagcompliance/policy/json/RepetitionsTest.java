package io.tagcompliance.policy.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How far counted repetitions multiply, told from what only looks like one. */
class RepetitionsTest {
    @Test
    void repetitions_inside_others_multiply_to_a_thousand_at_most() {
        for (String fine : List.of("", "a{1000}", "(a{10}){100}", "(?:(a{2}){5}b{10}){100}", "(a{20}){5,50}")) {
            assertThat(Repetitions.tooMany(fine)).as(fine).isFalse();
        }
        for (String tooMany : List.of("(a{10}){101}", "((a{2}){5}){101}", "(a{20}){5,51}", "(a{20}){51,}", "a{1001}")) {
            assertThat(Repetitions.tooMany(tooMany)).as(tooMany).isTrue();
        }
    }

    @Test
    void repetitions_beside_each_other_do_not_multiply() {
        for (String fine : List.of("a{1000}b{1000}", "(a{1000})(b{1000})", "a{1000}(b{1000})", "(a{500}|b{2}){2}")) {
            assertThat(Repetitions.tooMany(fine)).as(fine).isFalse();
        }
        assertThat(Repetitions.tooMany("(a(b{2})c{3}){400}")).isTrue();
        assertThat(Repetitions.tooMany("((a{1000})b){2}")).isTrue();
        assertThat(Repetitions.tooMany("(a{900}(b)){2}")).isTrue();
        assertThat(Repetitions.tooMany("(a{900}){1}{2}")).isTrue();
    }

    @Test
    void a_group_that_ended_says_nothing_of_the_next_one() {
        assertThat(Repetitions.tooMany("(a{900})x{2}")).isFalse();
        assertThat(Repetitions.tooMany("(a{900}).{2}")).isFalse();
        assertThat(Repetitions.tooMany("(a{900})[b]{2}")).isFalse();
        assertThat(Repetitions.tooMany("(a{900})\\d{2}")).isFalse();
        assertThat(Repetitions.tooMany("(a{900})(b){2}")).isFalse();
        assertThat(Repetitions.tooMany("(a{900}){2}")).isTrue();
    }

    @Test
    void what_is_escaped_or_stands_in_a_class_is_no_group_and_no_repetition() {
        for (String fine : List.of(
                "\\(a{900}\\){2}",
                "(a{2}\\){900})",
                "[(]a{900}[)]{2}",
                "(a{2}[b){900}])",
                "(a{2}[\\]){900}])",
                "(a{2}[]){900}])",
                "(a{2}[^]){900}])",
                "(a{2}\\Q){900}\\E)",
                "(a\\Q{900}\\E){2}",
                "a{2}\\Q){900}")) {
            assertThat(Repetitions.tooMany(fine)).as(fine).isFalse();
        }
        for (String tooMany : List.of(
                "\\d(a{900}){2}", "[b](a{900}){2}", "[bc](a{900}){2}", "[^b](a{900}){2}", "\\Qb\\E(a{900}){2}")) {
            assertThat(Repetitions.tooMany(tooMany)).as(tooMany).isTrue();
        }
    }

    @Test
    void braces_that_count_nothing_are_letters() {
        assertThat(Repetitions.tooMany("(a{900}{x}){1}")).isFalse();
        assertThat(Repetitions.tooMany("(a{,900}){900}")).isFalse();
        assertThat(Repetitions.tooMany("(a{900}){")).isFalse();
        assertThat(Repetitions.tooMany("{}(a{900}){2}")).isTrue();
        assertThat(Repetitions.tooMany("(a{12345}){2}")).isFalse();
    }

    @Test
    void a_pattern_that_ends_too_early_is_counted_as_far_as_it_goes() {
        for (String cut : List.of("(a{900}", "((a{900}", "a\\", "a[b", "a[\\", "[]", "[^]", "a{9", ")a{900}")) {
            assertThat(Repetitions.tooMany(cut)).as(cut).isFalse();
        }
    }
}
