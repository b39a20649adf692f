package io.tagcompliance.policy.json;

import static io.tagcompliance.policy.json.PolicyFiles.accepted;
import static io.tagcompliance.policy.json.PolicyFiles.bytes;
import static io.tagcompliance.policy.json.PolicyFiles.problems;
import static io.tagcompliance.policy.json.PolicyFiles.problemsOfRule;
import static io.tagcompliance.policy.json.PolicyFiles.read;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.policy.AllowedValue;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.Condition;
import io.tagcompliance.policy.ConditionalRule;
import io.tagcompliance.policy.Consequence;
import io.tagcompliance.policy.Exemption;
import io.tagcompliance.policy.Leniency;
import io.tagcompliance.policy.Parent;
import io.tagcompliance.policy.Place;
import io.tagcompliance.policy.PolicyExample;
import io.tagcompliance.policy.RuleId;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.TagRule;
import io.tagcompliance.policy.ValueCase;
import io.tagcompliance.policy.ValueRule;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What version 3 of the format has over the others. */
class FullFormatTest {
    private static final String RULE = "$.required_tags[0]";

    private final TagPolicy full = accepted(PolicyReader.read(bytes("full.json")));

    @Test
    void reads_the_demands_of_the_full_file() {
        TagRule costCenter = full.required().getFirst();

        assertThat(full.rules().allocationKeys()).containsExactly(new TagKey("CostCenter"));
        assertThat(requireNonNull(full.rules().valueLists().get("cost_centers")).asOf())
                .isEqualTo("2026-10-31");
        assertThat(costCenter.demand().aliases())
                .extracting(TagKey::text)
                .containsExactly("cost-center", "cost_center", "costcenter");
        assertThat(costCenter.demand().allowedValues())
                .extracting(AllowedValue::text)
                .containsExactly("CC-1001", "CC-2002", "CC-3003");
        assertThat(costCenter.leniency())
                .isEqualTo(new Leniency(Duration.ofDays(7), List.of(Parent.ACCOUNT, Parent.RESOURCE_GROUP)));
        assertThat(costCenter.text().message()).isEqualTo("Every cost needs a cost centre");
        assertThat(costCenter.on(Cloud.AWS)).isSameAs(costCenter);
        assertThat(costCenter.on(Cloud.GCP).key().text()).isEqualTo("cost-center");
        assertThat(costCenter.on(Cloud.GCP).demand().allowedValues()).hasSize(3).contains(new AllowedValue("cc-1001"));
        assertThat(full.required().get(1).values())
                .containsExactly(new ValueRule.OneOf(
                        List.of(
                                new AllowedValue("production"),
                                new AllowedValue("staging"),
                                new AllowedValue("development"),
                                new AllowedValue("test-*")),
                        ValueCase.EXACT,
                        Map.of("production", List.of("prod", "prd")),
                        ""));
        assertThat(full.required().get(2).scope().place().accounts()).containsExactly("999999999999");
    }

    @Test
    void reads_conditions_exemptions_and_tests_of_the_full_file() {
        ConditionalRule dataClass = full.rules().conditional().getFirst();
        Exemption legacy = full.exemptions().getFirst();
        PolicyExample second = full.examples().get(1);

        assertThat(dataClass.when())
                .isEqualTo(new Condition.HasValue(
                        new TagKey("Environment"),
                        new ValueRule.OneOf(List.of(new AllowedValue("production")), ValueCase.EXACT)));
        assertThat(dataClass.then().key().text()).isEqualTo("DataClass");
        assertThat(full.rules().prohibited().getFirst().key().matches("db_PASSWORD_old"))
                .isTrue();
        assertThat(legacy.rules()).containsExactly(new RuleId("cost-center"), new RuleId("data-class"));
        assertThat(legacy.holdsOn(LocalDate.parse("2027-03-31"))).isTrue();
        assertThat(legacy.holdsOn(LocalDate.parse("2027-04-01"))).isFalse();
        assertThat(legacy.covers(Cloud.AWS, "ARN:aws:rds:eu-west-1:111111111111:db:legacy-crm", Place.UNKNOWN))
                .isTrue();
        assertThat(legacy.covers(Cloud.AWS, "arn:aws:rds:eu-west-1:111111111111:db:legacy-crm2", Place.UNKNOWN))
                .isFalse();
        assertThat(second.expected())
                .isEqualTo(new PolicyExample.Expectation.Violations(Set.of("DataClass:condition_not_met")));
    }

    @Test
    void reads_conditions_within_conditions_and_rules_across_tags() {
        TagPolicy policy = accepted(read("{\"version\":\"3.0\",\"conditional_tags\":["
                + "{\"when\":{\"all\":[{\"tag\":\"A\",\"present\":true},{\"not\":{\"tag\":\"B\",\"matches\":\"x+\"}},"
                + "{\"any\":[{\"tag\":\"C\",\"in\":[\"c*\"],\"case_sensitive\":false}]}]},"
                + "\"require\":{\"name\":\"D\",\"same_as\":\"A\"}},"
                + "{\"when\":{\"tag\":\"A\",\"present\":false},\"forbid\":{\"name\":\"E\"}}]}"));

        assertThat(policy.rules().conditional().getFirst().when())
                .isEqualTo(new Condition.AllOf(List.of(
                        new Condition.IsPresent(new TagKey("A")),
                        new Condition.Not(
                                new Condition.HasValue(new TagKey("B"), new ValueRule.Matches("x+", ValueCase.EXACT))),
                        new Condition.AnyOf(List.of(new Condition.HasValue(
                                new TagKey("C"),
                                new ValueRule.OneOf(List.of(new AllowedValue("c*")), ValueCase.ANY)))))));
        assertThat(policy.rules().conditional())
                .extracting(ConditionalRule::then)
                .containsExactly(
                        new Consequence.SameAs(new TagKey("D"), new TagKey("A")),
                        new Consequence.Forbid(new TagKey("E")));
        assertThat(policy.rules().conditional().get(1).when())
                .isEqualTo(new Condition.Not(new Condition.IsPresent(new TagKey("A"))));
        assertThat(policy.rules().conditional().get(1).id()).isEqualTo(new RuleId("conditional_tags.E"));
    }

    @Test
    void values_come_from_a_file_beside_the_policy() {
        byte[] policy =
                ("{\"version\":\"3.0\",\"value_lists\":{\"cc\":{\"file\":\"lists/cc.txt\",\"as_of\":\"2026-10-31\"}},"
                                + "\"required_tags\":[{\"name\":\"CostCenter\",\"allowed_values_from\":\"cc\"}]}")
                        .getBytes(StandardCharsets.UTF_8);

        assertThat(accepted(PolicyReader.read(policy, file(" CC-1 \n# old ones\n\nCC-2*\r\n")))
                        .required()
                        .getFirst()
                        .demand()
                        .allowedValues())
                .extracting(AllowedValue::text)
                .containsExactly("CC-1", "CC-2*");
        assertThat(problems(PolicyReader.read(policy)))
                .containsExactly(
                        "$.value_lists.cc.file: lists of values in files can't be read here; write the values out",
                        "$.required_tags[0].allowed_values_from: no such list under value_lists");
        assertThat(problems(PolicyReader.read(policy, file("# none\n"))))
                .contains("$.value_lists.cc.file: holds no value; write one a line");
        assertThat(problems(PolicyReader.read(policy, file("a\nb*c*\n"))))
                .contains("$.value_lists.cc.file: line 2 of its values: an allowed value has at most one *");
        assertThat(problems(PolicyReader.read(policy, file("x\n".repeat(10_001)))))
                .contains("$.value_lists.cc.file: holds more than 10000 values");
        assertThat(problems(PolicyReader.read(policy, name -> new ValueFiles.Content.Bytes(new byte[] {-1}))))
                .contains("$.value_lists.cc.file: is not UTF-8");
    }

    private static ValueFiles file(String text) {
        return name -> name.equals("lists/cc.txt")
                ? new ValueFiles.Content.Bytes(text.getBytes(StandardCharsets.UTF_8))
                : new ValueFiles.Content.Unreadable("no such file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{}`| `.as_of: missing; write a day as in \"2027-03-31\"`",
                "`{\"as_of\":\"2026-02-30\",\"values\":[\"a\"]}`| `.as_of: must be a day as in \"2027-03-31\"`",
                "`{\"as_of\":\"2026-02-03\"}`| `.values: missing or empty; write \"values\": [\"…\"], or \"file\": \"values.txt\"`",
                "`{\"as_of\":\"2026-02-03\",\"file\":\"../secret\"}`| `.file: must be the name of a file beside the policy, as in \"cost-centers.txt\"`",
                "`{\"as_of\":\"2026-02-03\",\"file\":\"/etc/x\"}`| `.file: must be the name of a file beside the policy, as in \"cost-centers.txt\"`",
                "`{\"as_of\":\"2026-02-03\",\"file\":\"x\",\"values\":[\"a\"]}`| `.file: the values stand in the file or are written out; keep one of file and values`",
            })
    void a_wrong_list_of_values_is_named(String list, String problem) {
        assertThat(problems(read("{\"version\":\"3.0\",\"value_lists\":{\"cc\":" + list + "}}")))
                .contains("$.value_lists.cc" + problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"aliases\":[\"Owner\"]`| `.aliases[0]: is the key itself`",
                "`\"aliases\":[\"a\",\"A\"]`| `.aliases[1]: stands here twice; case doesn't matter`",
                "`\"aliases\":[\" \"]`| `.aliases[0]: is blank`",
                "`\"grace\":\"a week\"`| `.grace: must be a number of days or hours, as in \"7d\" or \"12h\"`",
                "`\"grace\":\"\"`| `.grace: must be a number of days or hours, as in \"7d\" or \"12h\"`",
                "`\"inherit_from\":[\"vpc\"]`| `.inherit_from[0]: must be \"account\" or \"resource_group\"`",
                "`\"link\":\"javascript:alert(1)\"`| `.link: must be an address that begins with https:// or http://`",
                "`\"link\":\"not an address\"`| `.link: must be an address that begins with https:// or http://`",
                "`\"synonyms\":{\"a\":[\"b\"]}`| `.synonyms: belong to allowed values, and there are none`",
                "`\"allowed_values\":[\"prod\"],\"synonyms\":{\"prot\":[\"b\"]}`| `.synonyms.prot: unknown field; did you mean 'prod'?`",
                "`\"allowed_values_from\":\"x\",\"allowed_values\":[\"a\"]`| `.allowed_values_from: stands beside allowed_values; keep one of them`",
                "`\"cloud_specific\":{\"gcp\":{\"enforcement\":{\"case_sensitive\":false}}}`| `.cloud_specific.gcp: says how values are compared and not which; repeat the allowed values or the pattern here`",
                "`\"when_scope\":{\"accounts\":[]}`| `.when_scope.accounts: an empty list; leave the field out for no restriction`",
                "`\"when_scope\":{\"types\":[\"x:y\"]}`| `.when_scope.types: types and categories stand in applies_to, not in when_scope`",
                "`\"when_scope\":{\"clouds\":[\"AWS\"]}`| `.when_scope.clouds[0]: must name a cloud: aws, azure or gcp`",
                "`\"when_scope\":{\"regions\":[\" \"]}`| `.when_scope.regions[0]: is blank`",
                "`\"when_scope\":{\"names\":[\" \"]}`| `.when_scope.names[0]: a pattern for names has 1 to 2048 characters`",
                "`\"when_scope\":{\"account\":[\"1\"]}`| `.when_scope.account: unknown field; did you mean 'accounts'?`",
            })
    void a_wrong_field_of_a_rule_is_named(String fields, String problem) {
        assertThat(problemsOfRule(fields)).contains(RULE + problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{}`| `.when: missing; write for example \"when\": { \"tag\": \"Environment\", \"in\": [\"production\"] }`",
                "`{}`| `.require: write either require or forbid, as in \"require\": { \"name\": \"DataClass\" }`",
                "`{\"when\":{}}`| `.when: a condition has exactly one of tag, all, any, not`",
                "`{\"when\":{\"tag\":\"A\"}}`| `.when: a condition on a tag has exactly one of in, matches, present`",
                "`{\"when\":{\"tag\":\"A\",\"in\":[]}}`| `.when.in: an empty list; name at least one value`",
                "`{\"when\":{\"tag\":\"A\",\"matches\":\"\"}}`| `.when.matches: is empty; write a pattern, or \"present\": true for any value`",
                "`{\"when\":{\"all\":[]}}`| `.when.all: an empty list; name at least one condition`",
                "`{\"when\":{\"any\":[{\"tag\":\"A\",\"matches\":\"(\"}]}}`| `.when.any[0].matches: can't be compiled: missing closing ); patterns run in linear time (RE2), so there are no back-references and no look-around`",
                "`{\"require\":{\"name\":\"A\",\"same_as\":\"B\",\"pattern\":\"x\"}}`| `.require.same_as: the other tag says what the value must be; take the other demands out`",
            })
    void a_wrong_conditional_rule_is_named(String rule, String problem) {
        assertThat(problems(read("{\"version\":\"3.0\",\"conditional_tags\":[" + rule + "]}")))
                .contains("$.conditional_tags[0]" + problem);
    }

    @Test
    void conditions_are_not_nested_without_end() {
        String nested = "{\"not\":".repeat(9) + "{\"tag\":\"A\",\"present\":true}" + "}".repeat(9);

        assertThat(problems(read("{\"version\":\"3.0\",\"conditional_tags\":[{\"when\":" + nested
                        + ",\"forbid\":{\"name\":\"B\"}}]}")))
                .containsExactly(
                        "$.conditional_tags[0].when" + ".not".repeat(8) + ": conditions are nested more than 8 deep");
    }

    @Test
    void a_prohibited_key_is_a_part_of_one_at_least() {
        assertThat(problems(read("{\"version\":\"3.0\",\"prohibited_tags\":[{\"name\":\"**\"},{}]}")))
                .containsExactly(
                        "$.prohibited_tags[0].name: would prohibit every key; name a part of one, as in \"*password*\"",
                        "$.prohibited_tags[1].name: missing; write for example \"name\": \"*password*\"");
    }

    @Test
    void an_exemption_says_who_why_which_rules_and_until_when() {
        assertThat(problems(read("{\"version\":\"3.0\",\"required_tags\":[{\"id\":\"owner\",\"name\":\"Owner\"}],"
                        + "\"exemptions\":[{},{\"id\":\"x\",\"reason\":\"r\",\"owner\":\"o\",\"expires\":\"soon\","
                        + "\"resources\":[\"arn:*\"],\"rules\":[\"ovner\",\"all\"]}]}")))
                .containsExactly(
                        "$.exemptions[0].id: missing; write for example \"id\": \"legacy-crm\"",
                        "$.exemptions[0].reason: missing; write for example \"reason\": \"Sold with the CRM business in March\"",
                        "$.exemptions[0].owner: missing; write for example \"owner\": \"finops@example.com\"",
                        "$.exemptions[0].expires: missing; write a day as in \"2027-03-31\"",
                        "$.exemptions[0].rules: missing or empty; name the rules by their ids, or write [\"all\"]",
                        "$.exemptions[0].resources: missing; name resources by their full ids, or a place with when_scope",
                        "$.exemptions[1].expires: must be a day as in \"2027-03-31\"",
                        "$.exemptions[1].rules[0]: no rule has this id; did you mean 'owner'?",
                        "$.exemptions[1].rules[1]: stands for every rule; take the others out");
    }

    @Test
    void two_exemptions_have_two_ids() {
        String exemption = "{\"id\":\"x\",\"reason\":\"r\",\"owner\":\"o\",\"expires\":\"2027-03-31\","
                + "\"when_scope\":{\"accounts\":[\"1\"]},\"rules\":[\"all\"]}";

        assertThat(problems(read("{\"version\":\"3.0\",\"exemptions\":[" + exemption + "," + exemption + "]}")))
                .containsExactly("$.exemptions[1].id: another exemption has this id already; give each its own");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"expect\":\"compliant\"`| `.tags: missing; write {} for a resource without tags`",
                "`\"tags\":{}`| `.expect: missing; write \"compliant\", or a list of violations as in [\"Owner:invalid_format\"]`",
                "`\"tags\":{},\"expect\":\"complaint\"`| `.expect: no verdict; did you mean 'compliant'?`",
                "`\"tags\":{},\"expect\":[\"Owner\"]`| `.expect[0]: must be of the form key:issue, as in \"Owner:missing_required_tag\"`",
                "`\"tags\":{\"a\":1},\"expect\":\"compliant\"`| `.tags.a: must be a text \"…\", is a number`",
                "`\"tags\":{},\"expect\":\"compliant\",\"age\":\"old\"`| `.age: must be a number of days or hours, as in \"7d\" or \"12h\"`",
                "`\"tags\":{},\"expect\":\"compliant\",\"on\":\"today\"`| `.on: must be a day as in \"2027-03-31\"`",
                "`\"tags\":{},\"expect\":\"compliant\",\"cloud\":\"AWS\"`| `.cloud: must name a cloud: aws, azure or gcp`",
            })
    void a_wrong_test_is_named(String fields, String problem) {
        assertThat(problems(read("{\"version\":\"3.0\",\"tests\":[{\"name\":\"x\",\"resource_type\":\"rds:db\","
                        + fields + "}]}")))
                .contains("$.tests[0]" + problem);
    }

    @Test
    void a_test_of_a_type_that_nobody_knows_names_its_cloud() {
        assertThat(problems(
                        read("{\"version\":\"3.0\",\"tests\":[{\"name\":\"x\",\"resource_type\":\"rds:bd\",\"tags\":{},"
                                + "\"expect\":\"compliant\"}]}")))
                .containsExactly(
                        "$.tests[0].resource_type: is not in the catalogue; did you mean 'rds:db'?; for a type of"
                                + " your own, name its cloud too");
        accepted(read(
                "{\"version\":\"3.0\",\"tests\":[{\"name\":\"x\",\"resource_type\":\"own:thing\",\"cloud\":\"aws\","
                        + "\"tags\":{},\"expect\":\"compliant\"}]}"));
    }

    @Test
    void an_allocation_key_is_a_required_key() {
        assertThat(problems(read("{\"version\":\"3.0\",\"allocation_keys\":[\"CostCentre\"],"
                        + "\"required_tags\":[{\"name\":\"CostCenter\"}]}")))
                .containsExactly("$.allocation_keys[0]: no required tag has this key; did you mean 'CostCenter'?");
    }

    @Test
    void an_alias_is_not_the_key_of_another_rule() {
        assertThat(problems(read(
                        "{\"version\":\"3.0\",\"required_tags\":[{\"name\":\"Environment\",\"aliases\":[\"ENV\"]}],"
                                + "\"optional_tags\":[{\"name\":\"env\"}]}")))
                .containsExactly(
                        "$.required_tags[0].aliases[0]: is the key of the rule at $.optional_tags[0]; one key can't"
                                + " mean two things");
    }
}
