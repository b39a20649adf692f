package io.tagcompliance.policy.json;

import static io.tagcompliance.policy.json.PolicyFiles.problems;
import static io.tagcompliance.policy.json.PolicyFiles.problemsOfRule;
import static io.tagcompliance.policy.json.PolicyFiles.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each kind of mistake in a well-formed file: its path and its words. */
class ProblemsTest {
    private static final String RULE = "$.required_tags[0]";

    @Test
    void says_everything_that_is_wrong_at_once() {
        assertThat(problemsOf("""
                {"version": 3, "requierd_tags": [], "last_updated": "yesterday", "scope": ["aws", true, "b c"],
                 "required_tags": [{"name": "Owner", "severity": "fatal", "pattern": "(", "colour": "red"}, 7, {"name": " "}],
                 "optional_tags": {}, "tag_naming_rules": {"max_key_length": 0, "case_sensitivity": "no"}}"""))
                .containsExactly(
                        "$.requierd_tags: unknown field; did you mean 'required_tags'?",
                        "$.version: must be a text \"…\", is a number",
                        "$.last_updated: must be an instant as in \"2026-11-01T00:00:00Z\"",
                        "$.scope[1]: must be a text \"…\", is true or false",
                        "$.scope[2]: must name a cloud: aws, azure or gcp",
                        "$.tag_naming_rules.case_sensitivity: must be true or false, is a text",
                        "$.tag_naming_rules.max_key_length: must be a whole number of at least 1",
                        "$.required_tags[0].colour: unknown field; allowed here: name, aliases, allowed_values,"
                                + " allowed_values_from, synonyms, validation_regex, pattern, enforcement, grace,"
                                + " inherit_from, cloud_specific, id, description, message, link, severity, applies_to,"
                                + " when_scope",
                        "$.required_tags[0].pattern: can't be compiled: missing closing ); patterns run in linear time (RE2),"
                                + " so there are no back-references and no look-around",
                        "$.required_tags[0].severity: must be \"error\" or \"warning\"",
                        "$.required_tags[1]: must be an object {…}, is a number",
                        "$.required_tags[1].name: missing; write for example \"name\": \"CostCenter\"",
                        "$.required_tags[2].name: is blank; write for example \"CostCenter\"",
                        "$.optional_tags: must be a list […], is an object");
    }

    @Test
    void a_version_is_1_2_or_3() {
        assertThat(problemsOf("{}")).containsExactly("$.version: missing; write for example \"version\": \"1.0\"");
        for (String version : List.of("4.0", "0", "1.", "v1", "1.0.0.0", "12")) {
            assertThat(problemsOf("{\"version\":\"" + version + "\"}"))
                    .as(version)
                    .containsExactly("$.version: must be 1, 2 or 3 with a minor version, as in \"1.0\"");
        }
        for (String version : List.of("1", "2.0", "3.1", "1.0.2")) {
            PolicyFiles.accepted(read("{\"version\":\"" + version + "\"}"));
        }
        assertThat(problemsOf("{\"version\":\" \"}")).containsExactly("$.version: is blank; write for example \"1.0\"");
        assertThat(problemsOf("{\"version\":1.0}"))
                .containsExactly(
                        "$.version: not a whole number below a thousand million",
                        "$.version: missing; write for example \"version\": \"1.0\"");
    }

    @Test
    void null_is_the_same_as_left_out() {
        PolicyFiles.accepted(read("{\"version\":\"1\",\"name\":null,\"scope\":null,\"required_tags\":null,"
                + "\"tag_naming_rules\":null,\"cross_cloud_mappings\":{\"terminology\":{\"aws\":null}},"
                + "\"optional_tags\":[{\"name\":\"a\",\"severity\":null,\"enforcement\":null,\"pattern\":null,"
                + "\"cloud_specific\":{\"aws\":null}}]}"));
    }

    @Test
    void a_list_names_each_element_of_the_wrong_kind_and_keeps_count() {
        assertThat(problemsOfRule("\"allowed_values\":[1,\"a*b*c\",null,\"fine\",\"**\"]"))
                .containsExactlyInAnyOrder(
                        RULE + ".allowed_values[0]: must be a text \"…\", is a number",
                        RULE + ".allowed_values[1]: an allowed value has at most one *",
                        RULE + ".allowed_values[2]: must be a text \"…\", is null",
                        RULE + ".allowed_values[4]: an allowed value has at most one *");
    }

    @Test
    void enforcement_and_cloud_specific_are_read_to_the_last_field() {
        assertThat(problemsOfRule("\"enforcement\":{\"case_sensitiv\":false,\"normalize_to\":\"title\"},"
                        + "\"cloud_specific\":{\"gcp\":{\"pattern\":\"x\",\"remark\":1},\"Azure\":{},\"aws\":4}"))
                .containsExactly(
                        RULE + ".enforcement.case_sensitiv: unknown field; did you mean 'case_sensitive'?",
                        RULE + ".enforcement.normalize_to: must be \"lowercase\" or \"uppercase\"",
                        RULE
                                + ".cloud_specific.gcp.remark: unknown field; allowed here: note, name, aliases, allowed_values, "
                                + "allowed_values_from, synonyms, validation_regex, pattern, enforcement",
                        RULE + ".cloud_specific.Azure: must name a cloud: aws, azure or gcp",
                        RULE + ".cloud_specific.aws: must be an object {…}, is a number");
    }

    @Test
    void a_cloud_in_capitals_is_a_problem_and_no_exception() {
        assertThat(problemsOf("{\"version\":\"2.0\",\"cross_cloud_mappings\":{\"terminology\":{\"AWS\":\"tags\"}}}"))
                .containsExactly("$.cross_cloud_mappings.terminology.AWS: must name a cloud: aws, azure or gcp");
        assertThat(problemsOfRule("\"cloud_specific\":{\"AWS\":{\"note\":\"x\"}}"))
                .containsExactly(RULE + ".cloud_specific.AWS: must name a cloud: aws, azure or gcp");
    }

    @Test
    void a_rule_has_one_pattern_of_at_most_a_thousand_characters() {
        assertThat(problemsOfRule("\"pattern\":\"a\",\"validation_regex\":\"b\""))
                .containsExactly(RULE + ".pattern: means the same as validation_regex; keep one of them");
        assertThat(problemsOfRule("\"validation_regex\":\"" + "a".repeat(1001) + "\""))
                .containsExactly(RULE + ".validation_regex: longer than 1000 characters");
    }

    @Test
    void a_reserved_prefix_is_not_empty_and_a_length_is_a_whole_number() {
        assertThat(problemsOf("{\"version\":\"1.0\",\"tag_naming_rules\":{\"reserved_prefixes\":[\"\"],"
                        + "\"max_key_length\":\"128\",\"max_value_length\":-1,\"max_length\":1}}"))
                .containsExactly(
                        "$.tag_naming_rules.max_length: unknown field; did you mean 'max_key_length'?",
                        "$.tag_naming_rules.max_key_length: must be a whole number of at least 1",
                        "$.tag_naming_rules.max_value_length: must be a whole number of at least 0",
                        "$.tag_naming_rules.reserved_prefixes: an empty prefix would refuse every key; take it out");
    }

    @Test
    void two_rules_for_one_key_and_type_are_a_problem_however_they_name_the_type() {
        assertClash("[\"EC2:Instance\",\"sqs:queue\"]", "{\"aws\":[\"ec2:instance\",\"rds:db\"]}");
        assertClash("{\"gcp\":[]}", "[\"new.thing\"]");
        assertClash("{\"oracle\":[]}", "{\"oracle\":[]}");
        assertClash("[]", "[]");
        PolicyFiles.accepted(read(twoRules("[]", "[\"sqs:queue\"]")));
        PolicyFiles.accepted(read(twoRules("[\"compute_instance\"]", "[\"EC2:Instance\"]")));
        PolicyFiles.accepted(read(twoRules("[\"ec2:instance\"]", "[\"rds:db\"]")));
        PolicyFiles.accepted(read(twoRules("{\"aws\":[]}", "{\"gcp\":[]}")));
        PolicyFiles.accepted(read(twoRules("{\"aws\":[]}", "[\"compute.instances\"]")));
    }

    private static void assertClash(String one, String other) {
        assertThat(problemsOf(twoRules(one, other)))
                .containsExactly(
                        "$.required_tags[1].name: a rule for this key stands at $.required_tags[0] already, and both"
                                + " apply to some of the same resources; keep one, set their scopes apart, or make one a part"
                                + " of the other: then the narrower one holds there");
    }

    private static String twoRules(String one, String other) {
        return "{\"version\":\"1.0\",\"scope\":[\"aws\",\"gcp\",\"oracle\"],\"required_tags\":["
                + "{\"name\":\"Owner\",\"applies_to\":" + one + "},{\"name\":\"Owner\",\"applies_to\":" + other + "}]}";
    }

    @Test
    void keys_in_two_cases_are_one_key_only_where_case_does_not_matter() {
        String rules = "\"required_tags\":[{\"name\":\"Owner\"},{\"name\":\"owner\"}]}";

        PolicyFiles.accepted(read("{\"version\":\"1.0\"," + rules));
        assertThat(problemsOf("{\"version\":\"1.0\",\"tag_naming_rules\":{\"case_sensitivity\":false}," + rules))
                .hasSize(1);
    }

    @Test
    void an_id_is_given_once_and_the_second_place_is_named() {
        assertThat(problemsOf("{\"version\":\"1.0\",\"required_tags\":[{\"id\":\"my_tags.x\",\"name\":\"a\"}],"
                        + "\"optional_tags\":[{\"name\":\"b\"},{\"id\":\"my_tags.x\",\"name\":\"c\"}]}"))
                .containsExactly(
                        "$.optional_tags[1].id: another rule has the id 'my_tags.x' already; give each its own");
    }

    @Test
    void two_rules_without_a_name_are_two_mistakes_and_no_conflict() {
        assertThat(problemsOf("{\"version\":\"1.0\",\"required_tags\":[{\"name\":\"CostCenter\"},{},{}]}"))
                .containsExactly(
                        "$.required_tags[1].name: missing; write for example \"name\": \"CostCenter\"",
                        "$.required_tags[2].name: missing; write for example \"name\": \"CostCenter\"");
    }

    @Test
    void r14_a_list_without_end_is_refused_in_bounded_time_and_space() {
        String rules =
                IntStream.range(0, 70_000).mapToObj(at -> "{\"name\":\"a\"}").collect(Collectors.joining(","));
        String mistakes = IntStream.range(0, 5_000).mapToObj(at -> "1").collect(Collectors.joining(","));

        assertThat(problemsOf("{\"version\":\"1.0\",\"required_tags\":[" + rules + "]}"))
                .containsExactly("$.required_tags: more than 1000 entries; a policy is a few pages");
        assertThat(problemsOfRule("\"allowed_values\":[" + mistakes + "]"))
                .hasSize(1_001)
                .endsWith("$: more problems than the 1000 named so far");
    }

    private static List<String> problemsOf(String text) {
        return problems(read(text));
    }
}
