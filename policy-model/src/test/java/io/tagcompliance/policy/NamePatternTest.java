package io.tagcompliance.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Patterns for names, held against what the regular expression with {@code .*} for each star says of every short name. */
class NamePatternTest {
    /** No pattern here has the letter c, so it stands for whatever only a star takes. */
    private static final List<String> NAMES = words("abc", 6);

    private static final Map<NamePattern, Set<String>> FITTING = fitting();

    @Test
    void a_pattern_fits_the_names_that_its_regular_expression_fits() {
        FITTING.forEach((pattern, fitting) -> {
            for (String name : NAMES) {
                assertThat(pattern.matches(name)).as("%s %s", pattern, name).isEqualTo(fitting.contains(name));
            }
        });
    }

    @Test
    void a_pattern_is_within_another_where_each_of_its_names_fits_that_one_too() {
        FITTING.forEach((one, names) -> FITTING.forEach((other, others) ->
                assertThat(one.isWithin(other)).as("%s within %s", one, other).isEqualTo(others.containsAll(names))));
    }

    @Test
    void two_patterns_overlap_where_some_name_fits_both() {
        FITTING.forEach((one, names) -> FITTING.forEach((other, others) -> assertThat(one.overlaps(other))
                .as("%s overlaps %s", one, other)
                .isEqualTo(names.stream().anyMatch(others::contains))));
    }

    @Test
    void a_star_goes_on_where_its_first_guess_was_wrong() {
        assertThat(new NamePattern("*ab*ba").matches("aabbabba")).isTrue();
        assertThat(new NamePattern("*ab*ba").matches("aba")).isFalse();
        assertThat(new NamePattern("arn:*:db:*-prod").matches("arn:aws:rds:db:a-prod-prod"))
                .isTrue();
        assertThat(new NamePattern("arn:*:db:*-prod").matches("arn:aws:rds:db:a-prod-"))
                .isFalse();
        assertThat(new NamePattern("*x*x*x*").matches("x.x.")).isFalse();
    }

    @Test
    void case_does_not_matter() {
        assertThat(new NamePattern("Legacy-*").matches("LEGACY-db")).isTrue();
        assertThat(new NamePattern("LEGACY-a").isWithin(new NamePattern("legacy-*")))
                .isTrue();
        assertThat(new NamePattern("LEGACY-*").overlaps(new NamePattern("*-A"))).isTrue();
        assertThat(new NamePattern("Legacy"))
                .isEqualTo(new NamePattern("lEGACY"))
                .hasSameHashCodeAs(new NamePattern("lEGACY"))
                .isNotEqualTo(new NamePattern("legac"))
                .isNotEqualTo("legacy")
                .hasToString("Legacy");
        assertThat(new NamePattern("a").hashCode()).isNotEqualTo(new NamePattern("b").hashCode());
    }

    @Test
    void a_pattern_has_one_to_2048_characters() {
        assertThat(new NamePattern("x".repeat(2_048)).matches("X".repeat(2_048)))
                .isTrue();
        for (String wrong : List.of("", " ", "x".repeat(2_049))) {
            assertThatIllegalArgumentException().isThrownBy(() -> new NamePattern(wrong));
        }
    }

    private static Map<NamePattern, Set<String>> fitting() {
        Map<NamePattern, Set<String>> fitting = new LinkedHashMap<>();
        for (String text : words("ab*", 3)) {
            if (!text.isEmpty()) {
                Pattern plain = Pattern.compile(text.replace("*", ".*"));
                Set<String> names = new LinkedHashSet<>(NAMES);
                names.removeIf(name -> !plain.matcher(name).matches());
                fitting.put(new NamePattern(text), names);
            }
        }
        return fitting;
    }

    /** Every word of these letters up to that length. */
    private static List<String> words(String letters, int longest) {
        List<String> words = new ArrayList<>(List.of(""));
        for (int at = 0; words.get(at).length() < longest; at++) {
            for (int letter = 0; letter < letters.length(); letter++) {
                words.add(words.get(at) + letters.charAt(letter));
            }
        }
        return words;
    }
}
