package io.tagcompliance.policy;

import static io.tagcompliance.policy.ValueCase.ANY;
import static io.tagcompliance.policy.ValueCase.EXACT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The small words of a policy: allowed values, types, clouds, keys, and the nearest name. */
class WordsTest {
    @Test
    void an_allowed_value_is_the_value_itself_or_any_run_of_characters_for_its_one_star() {
        assertThat(new AllowedValue("test-*").admits("test-7", EXACT)).isTrue();
        assertThat(new AllowedValue("test-*").admits("test-", EXACT)).isTrue();
        assertThat(new AllowedValue("*").admits("", EXACT)).isTrue();
        assertThat(new AllowedValue("ab*ba").admits("aba", EXACT)).isFalse();
        assertThat(new AllowedValue("Prod").admits("prod", EXACT)).isFalse();
        assertThat(new AllowedValue("Prod").admits("pROD", ANY)).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> new AllowedValue("a*b*"));
    }

    /** The law: an allowed value admits what the regular expression admits that has {@code .*} for its star. */
    @Test
    void an_allowed_value_admits_what_its_regular_expression_does() {
        Random random = new Random(4);
        for (int round = 0; round < 20_000; round++) {
            AllowedValue allowed = new AllowedValue(word(random) + (random.nextBoolean() ? "*" : "") + word(random));
            String value = word(random) + word(random);
            int flags = Pattern.DOTALL | (random.nextBoolean() ? Pattern.CASE_INSENSITIVE : 0);
            Pattern law = Pattern.compile("\\Q" + allowed.text().replace("*", "\\E.*\\Q") + "\\E", flags);
            ValueCase valueCase = (flags & Pattern.CASE_INSENSITIVE) == 0 ? EXACT : ANY;
            assertThat(allowed.admits(value, valueCase))
                    .as("%s %s '%s'", allowed, valueCase, value)
                    .isEqualTo(law.matcher(value).matches());
        }
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int at = random.nextInt(4); at > 0; at--) {
            word.append("abA\n".charAt(random.nextInt(4)));
        }
        return word.toString();
    }

    @Test
    void types_are_equal_in_any_case_and_sort_alike() {
        ResourceType one = new ResourceType("Microsoft.Compute/virtualMachines");
        ResourceType other = new ResourceType("microsoft.compute/VIRTUALMACHINES");

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).isEqualByComparingTo(other);
        assertThat(one).isNotEqualTo(new ResourceType("Microsoft.Compute/disks"));
        assertThat(one).hasToString("Microsoft.Compute/virtualMachines");
        assertThatIllegalArgumentException().isThrownBy(() -> new ResourceType(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> new ResourceType("x".repeat(201)));
    }

    @Test
    void every_type_of_the_catalogue_is_found_in_any_case_with_its_cloud_and_category() {
        for (ResourceType type : TypeCatalogue.types()) {
            ResourceType shouted = new ResourceType(type.name().toUpperCase(Locale.ROOT));
            assertThat(TypeCatalogue.canonical(shouted)).hasToString(type.name());
            assertThat(TypeCatalogue.cloudOf(shouted)).isPresent();
            assertThat(TypeCatalogue.typesOf(TypeCatalogue.categoryOf(shouted).orElseThrow()))
                    .contains(type);
        }
        assertThat(TypeCatalogue.categoryOf(new ResourceType("no:such"))).isEmpty();
        assertThat(TypeCatalogue.types()).doesNotHaveDuplicates();
    }

    @Test
    void a_cloud_is_a_word_in_lower_case() {
        assertThat(new Cloud("AWS")).isEqualTo(Cloud.AWS);
        for (String wrong : List.of("", "a b", "1cloud", "aws/", "x".repeat(33))) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Cloud(wrong));
        }
    }

    @Test
    void keys_of_aws_itself_are_told_apart_in_any_case() {
        assertThat(new TagKey("aws:createdBy").isSystem()).isTrue();
        assertThat(new TagKey("AWS:x").isSystem()).isTrue();
        assertThat(new TagKey("aws").isSystem()).isFalse();
        assertThat(new TagKey(" aws:x").isSystem()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new TagKey(""));
    }

    @Test
    void the_nearest_name_is_the_one_most_likely_meant() {
        List<String> environments = List.of("production", "preprod", "staging", "development");

        assertThat(Nearest.to("prod", environments)).contains("production");
        assertThat(Nearest.to(" PRODUCTION ", environments)).contains("production");
        assertThat(Nearest.to("stagin", environments)).contains("staging");
        assertThat(Nearest.to("banana", environments)).isEmpty();
        assertThat(Nearest.to("", environments)).isEmpty();
        assertThat(Nearest.to("x".repeat(101), environments)).isEmpty();
        assertThat(Nearest.to("1", List.of("2", "3"))).isEmpty();
        assertThat(Nearest.to("a", List.of("A"))).contains("A");
    }
}
