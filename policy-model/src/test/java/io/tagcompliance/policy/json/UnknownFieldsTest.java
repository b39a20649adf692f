package io.tagcompliance.policy.json;

import static io.tagcompliance.policy.json.PolicyFiles.problems;
import static io.tagcompliance.policy.json.PolicyFiles.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A field that no object of its kind has is named wherever it stands, and so is what stands in a wrong one. */
class UnknownFieldsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"conditional_tags\":[{\"when\":{\"tag\":\"a\",\"present\":true},\"forbid\":{\"name\":\"b\"},\"strange\":1}]`| `conditional_tags[0].strange`",
                "`\"conditional_tags\":[{\"when\":{\"tag\":\"a\",\"present\":true},\"forbid\":{\"name\":\"b\",\"strange\":1}}]`| `conditional_tags[0].forbid.strange`",
                "`\"conditional_tags\":[{\"when\":{\"tag\":\"a\",\"present\":true},\"require\":{\"name\":\"b\",\"strange\":1}}]`| `conditional_tags[0].require.strange`",
                "`\"conditional_tags\":[{\"when\":{\"tag\":\"a\",\"present\":true,\"strange\":1},\"forbid\":{\"name\":\"b\"}}]`| `conditional_tags[0].when.strange`",
                "`\"conditional_tags\":[{\"when\":{\"not\":{\"tag\":\"a\",\"present\":true},\"strange\":1},\"forbid\":{\"name\":\"b\"}}]`| `conditional_tags[0].when.strange`",
                "`\"conditional_tags\":[{\"when\":{\"all\":[{\"tag\":\"a\",\"present\":true}],\"strange\":1},\"forbid\":{\"name\":\"b\"}}]`| `conditional_tags[0].when.strange`",
                "`\"prohibited_tags\":[{\"name\":\"a\",\"strange\":1}]`| `prohibited_tags[0].strange`",
                "`\"value_lists\":{\"a\":{\"values\":[\"b\"],\"as_of\":\"2026-10-31\",\"strange\":1}}`| `value_lists.a.strange`",
                "`\"exemptions\":[{\"id\":\"a\",\"resources\":[\"b\"],\"rules\":[\"all\"],\"reason\":\"c\",\"owner\":\"d\",\"expires\":\"2027-03-31\",\"strange\":1}]`| `exemptions[0].strange`",
                "`\"tests\":[{\"name\":\"a\",\"resource_type\":\"rds:db\",\"tags\":{},\"expect\":\"compliant\",\"strange\":1}]`| `tests[0].strange`",
                "`\"tag_naming_rules\":{\"strange\":1}`| `tag_naming_rules.strange`",
                "`\"cross_cloud_mappings\":{\"strange\":1}`| `cross_cloud_mappings.strange`",
            })
    void a_strange_field_is_named(String fields, String path) {
        assertThat(problems(read("{\"version\":\"3.0\"," + fields + "}")))
                .singleElement()
                .asString()
                .startsWith("$." + path + ": unknown field; ");
    }

    @Test
    void what_is_demanded_and_what_it_depends_on_each_name_a_key() {
        assertThat(problems(read("{\"version\":\"3.0\",\"conditional_tags\":"
                        + "[{\"when\":{\"tag\":\" \",\"present\":true},\"forbid\":{}}]}")))
                .containsExactly(
                        "$.conditional_tags[0].when.tag: is blank; write for example \"DataClass\"",
                        "$.conditional_tags[0].forbid.name: missing; write for example \"name\": \"DataClass\"");
    }

    @Test
    void a_list_of_values_has_a_day() {
        assertThat(problems(read("{\"version\":\"3.0\",\"value_lists\":{\"a\":{\"values\":[\"b\"],\"as_of\":\"\"}}}")))
                .containsExactly("$.value_lists.a.as_of: is blank; write a day as in \"2027-03-31\"");
        assertThat(problems(read("{\"version\":\"3.0\",\"value_lists\":{\"a\":{\"values\":[\"b\"],\"as_of\":1}}}")))
                .containsExactly("$.value_lists.a.as_of: must be a text \"…\", is a number");
    }

    @Test
    void a_type_has_200_characters_at_most() {
        String fits = "x".repeat(198) + ":y";

        assertThat(problems(example("y" + fits)))
                .containsExactly("$.tests[0].resource_type: longer than 200 characters");
        PolicyFiles.accepted(example(fits));
        PolicyFiles.withRule("\"applies_to\":[\"" + fits + "\"]");
        assertThat(PolicyFiles.problemsOfRule("\"applies_to\":[\"y" + fits + "\"]"))
                .hasSize(1);
    }

    private static PolicyReading example(String type) {
        return read("{\"version\":\"3.0\",\"tests\":[{\"name\":\"a\",\"cloud\":\"aws\",\"resource_type\":\"" + type
                + "\",\"tags\":{\"k\":\"v\"},\"expect\":\"compliant\"}]}");
    }

    @Test
    void a_prohibited_key_has_2048_characters_at_most() {
        PolicyFiles.accepted(prohibiting("x".repeat(2_048)));
        assertThat(problems(prohibiting("x".repeat(2_049))))
                .containsExactly("$.prohibited_tags[0].name: longer than 2048 characters");
    }

    private static PolicyReading prohibiting(String name) {
        return read("{\"version\":\"3.0\",\"prohibited_tags\":[{\"name\":\"" + name + "\"}]}");
    }

    @Test
    void a_pattern_has_1000_characters_at_most() {
        PolicyFiles.withRule("\"pattern\":\"" + "x".repeat(1_000) + "\"");
        assertThat(PolicyFiles.problemsOfRule("\"pattern\":\"" + "x".repeat(1_001) + "\""))
                .hasSize(1);
    }

    @Test
    void an_id_is_given_once_among_the_rules_of_every_kind() {
        String when = "\"when\":{\"tag\":\"a\",\"present\":true},\"forbid\":{\"name\":\"b\"}";

        assertThat(problems(read("{\"version\":\"3.0\",\"required_tags\":[{\"id\":\"one\",\"name\":\"a\"}],"
                        + "\"conditional_tags\":[{\"id\":\"one\"," + when + "}],"
                        + "\"prohibited_tags\":[{\"id\":\"one\",\"name\":\"p\"}]}")))
                .containsExactly(
                        "$.conditional_tags[0].id: another rule has the id 'one' already; give each its own",
                        "$.prohibited_tags[0].id: another rule has the id 'one' already; give each its own");
    }
}
