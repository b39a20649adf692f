package io.tagcompliance.policy;

import static io.tagcompliance.policy.ValueCase.ANY;
import static io.tagcompliance.policy.ValueCase.EXACT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
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

    @Test
    void a_name_of_a_hundred_characters_is_still_compared_and_three_letters_may_abbreviate() {
        String longest = "x".repeat(100);

        assertThat(Nearest.to(longest, List.of(longest + "y"))).contains(longest + "y");
        assertThat(Nearest.to("dev", List.of("development"))).contains("development");
        assertThat(Nearest.to("de", List.of("development"))).isEmpty();
        assertThat(Nearest.to("ab", List.of("abc", "abd"))).contains("abc");
        assertThat(Nearest.to("flaw", List.of("lawn", "flow"))).contains("flow");
    }

    @Test
    void an_allowed_value_knows_whether_it_has_a_wildcard() {
        assertThat(new AllowedValue("*x").hasWildcard()).isTrue();
        assertThat(new AllowedValue("x*").hasWildcard()).isTrue();
        assertThat(new AllowedValue("x").hasWildcard()).isFalse();
        assertThat(new AllowedValue("x*")).hasToString("x*");
    }

    @Test
    void a_list_admits_any_of_its_values_and_knows_what_a_synonym_means() {
        ValueRule.OneOf list = new ValueRule.OneOf(
                List.of(new AllowedValue("production"), new AllowedValue("test-*")),
                EXACT,
                Map.of("production", List.of("prod", "live")),
                "");

        assertThat(list.admits("test-1")).isTrue();
        assertThat(list.admits("production")).isTrue();
        assertThat(list.admits("Production")).isFalse();
        assertThat(list.admits("prod")).isFalse();
        assertThat(list.meantBy(" LIVE ")).contains("production");
        assertThat(list.meantBy("production")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new ValueRule.OneOf(List.of(), EXACT));
    }

    @Test
    void types_have_up_to_200_characters_and_an_order() {
        ResourceType longest = new ResourceType("x".repeat(200));

        assertThat(longest.name()).hasSize(200);
        assertThat(new ResourceType("A:b").hashCode()).isNotEqualTo(longest.hashCode());
        assertThat(new ResourceType("A:b")).isLessThan(new ResourceType("a:C"));
        assertThat(new ResourceType("b:a")).isGreaterThan(new ResourceType("A:z"));
        assertThat(Cloud.AWS).isLessThan(Cloud.GCP);
        assertThat(Cloud.AWS).hasToString("aws");
    }

    @Test
    void a_category_has_the_types_of_every_cloud_and_no_others() {
        assertThat(TypeCatalogue.typesOf(Category.COMPUTE_INSTANCE))
                .containsExactlyInAnyOrder(
                        new ResourceType("ec2:instance"),
                        new ResourceType("lightsail:Instance"),
                        new ResourceType("Microsoft.Compute/virtualMachines"),
                        new ResourceType("compute.instances"));
        assertThat(TypeCatalogue.clouds()).containsExactly(Cloud.AWS, Cloud.AZURE, Cloud.GCP);
        assertThat(Category.named("Compute_Instance")).contains(Category.COMPUTE_INSTANCE);
        assertThat(Category.named("compute")).isEmpty();
        assertThat(Category.labels()).startsWith("compute_instance").hasSize(Category.values().length);
    }

    @Test
    void a_policy_is_about_the_clouds_of_its_scope_or_about_every_one() {
        TagPolicy everywhere =
                TagPolicy.of(new PolicyHeader("1.0", "", ""), PolicyRules.of(List.of(), List.of()), NamingRules.NONE);
        TagPolicy aws = new TagPolicy(
                everywhere.header(),
                Set.of(Cloud.AWS),
                everywhere.rules(),
                everywhere.naming(),
                List.of(),
                List.of(),
                Map.of());

        assertThat(everywhere.covers(Cloud.GCP)).isTrue();
        assertThat(aws.covers(Cloud.AWS)).isTrue();
        assertThat(aws.covers(Cloud.GCP)).isFalse();
    }

    @Test
    void verdicts_of_examples_have_names() {
        assertThat(PolicyExample.Outcome.labels())
                .containsExactly("compliant", "non_compliant", "exempt", "not_applicable");
        assertThat(PolicyExample.Outcome.named("exempt")).contains(PolicyExample.Outcome.EXEMPT);
        assertThat(PolicyExample.Outcome.named("EXEMPT")).isEmpty();
    }
}
