package io.tagcompliance.policy.json;

import static io.tagcompliance.policy.json.PolicyFiles.problemsOfRule;
import static io.tagcompliance.policy.json.PolicyFiles.withRule;
import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.policy.AppliesTo;
import io.tagcompliance.policy.Category;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a rule is about: {@code applies_to} in its forms. */
class ScopesOfRulesTest {
    @Test
    void a_rule_is_about_everything_where_its_list_is_empty_left_out_null_or_says_all() {
        assertThat(scope("[]")).isEqualTo(AppliesTo.EVERYTHING);
        assertThat(scope("null")).isEqualTo(AppliesTo.EVERYTHING);
        assertThat(scope("{}")).isEqualTo(AppliesTo.EVERYTHING);
        assertThat(scope("[\"all\"]")).isEqualTo(AppliesTo.EVERYTHING);
        assertThat(scope("[\"All\",\"ec2:instance\"]")).isEqualTo(AppliesTo.EVERYTHING);
        assertThat(scope("{\"categories\":[\"all\"]}")).isEqualTo(AppliesTo.EVERYTHING);
    }

    @Test
    void a_cloud_without_types_or_with_all_of_them_is_the_whole_cloud() {
        for (String clouds : new String[] {"{\"gcp\":[]}", "{\"gcp\":[\"all\"]}"}) {
            assertThat(scope(clouds).covers(Cloud.GCP, new ResourceType("any.thing")))
                    .isTrue();
            assertThat(scope(clouds).covers(Cloud.AWS, new ResourceType("ec2:instance")))
                    .isFalse();
        }
    }

    @Test
    void a_cloud_that_is_null_is_as_left_out() {
        AppliesTo scope = scope("{\"gcp\":null,\"aws\":[\"ec2:instance\"]}");

        assertThat(scope.covers(Cloud.GCP, new ResourceType("compute.instances")))
                .isFalse();
        assertThat(scope.covers(Cloud.AWS, new ResourceType("ec2:instance"))).isTrue();
    }

    @Test
    void a_category_under_a_cloud_is_that_clouds_part_of_it() {
        AppliesTo scope = scope("{\"aws\":[\"compute_instance\"]}");

        assertThat(scope.covers(Cloud.AWS, new ResourceType("ec2:instance"))).isTrue();
        assertThat(scope.covers(Cloud.GCP, new ResourceType("compute.instances")))
                .isFalse();
        assertThat(problemsOfRule("\"applies_to\":{\"gcp\":[\"cache\"]}"))
                .containsExactly("$.required_tags[0].applies_to.gcp[0]: no type of this category is known on gcp");
    }

    @Test
    void types_are_read_in_any_case_and_kept_in_their_clouds_spelling() {
        assertThat(scope("[\"MICROSOFT.compute/VIRTUALMACHINES\"]"))
                .hasToString("Selected[selectors=[OfType[type=Microsoft.Compute/virtualMachines]]]");
        assertThat(scope("[\"newservice:thing\"]").covers(Cloud.AWS, new ResourceType("NewService:Thing")))
                .isTrue();
    }

    @Test
    void a_cloud_of_ones_own_may_be_named_where_the_policy_covers_it() {
        assertThat(scope("{\"oracle\":[]}").covers(new Cloud("oracle"), new ResourceType("db.x")))
                .isTrue();
    }

    @Test
    void each_wrong_entry_is_named_at_the_place_where_it_stands() {
        assertThat(problemsOfRule("\"applies_to\":[5,\"ec2:instanze\",\"ec2instance\",\"zebra\",\"ec2:*\"]"))
                .containsExactly(
                        "$.required_tags[0].applies_to[0]: must be a text \"…\", is a number",
                        "$.required_tags[0].applies_to[2]: neither a type like ec2:instance nor a category; did you mean"
                                + " 'ec2:instance'?",
                        "$.required_tags[0].applies_to[3]: neither a type like ec2:instance nor a category",
                        "$.required_tags[0].applies_to[4]: neither a type like ec2:instance nor a category");
        assertThat(problemsOfRule(
                        "\"applies_to\":{\"categories\":[\"compute\",7,\"nonsense\"],\"aws\":[\"compute.disks\"],"
                                + "\"awz\":[],\"gcp\":\"all\"}"))
                .containsExactlyInAnyOrder(
                        "$.required_tags[0].applies_to.awz: unknown field; did you mean 'aws'?",
                        "$.required_tags[0].applies_to.categories[1]: must be a text \"…\", is a number",
                        "$.required_tags[0].applies_to.categories[0]: no category; did you mean 'compute_instance'?",
                        "$.required_tags[0].applies_to.categories[2]: no category; allowed here: "
                                + String.join(", ", new TreeSet<>(Category.labels())),
                        "$.required_tags[0].applies_to.aws[0]: is a type of gcp, not of aws",
                        "$.required_tags[0].applies_to.gcp: must be a list […], is a text");
        assertThat(problemsOfRule("\"applies_to\":\"all\""))
                .containsExactly("$.required_tags[0].applies_to: must be an object {…}, is a text");
    }

    @Test
    void a_name_that_is_too_long_for_a_type_is_a_problem_and_no_exception() {
        assertThat(problemsOfRule("\"applies_to\":{\"aws\":[\"ec2:" + "x".repeat(300) + "\"]}"))
                .containsExactly(
                        "$.required_tags[0].applies_to.aws[0]: neither a type like ec2:instance nor a category");
    }

    private static AppliesTo scope(String appliesTo) {
        return withRule("\"applies_to\":" + appliesTo)
                .required()
                .getFirst()
                .scope()
                .types();
    }
}
