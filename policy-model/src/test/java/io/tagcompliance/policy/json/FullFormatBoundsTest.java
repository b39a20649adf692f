package io.tagcompliance.policy.json;

import static io.tagcompliance.policy.json.PolicyFiles.accepted;
import static io.tagcompliance.policy.json.PolicyFiles.problems;
import static io.tagcompliance.policy.json.PolicyFiles.problemsOfRule;
import static io.tagcompliance.policy.json.PolicyFiles.read;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.Condition;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.ValueCase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What version 3 of the format refuses because it would say nothing, everything, or too much. */
class FullFormatBoundsTest {
    private static final String RULE = "$.required_tags[0]";

    @Test
    void r14_lists_of_every_kind_have_an_end() {
        String names = "\"a*\",".repeat(101) + "\"b\"";

        assertThat(problemsOfRule("\"when_scope\":{\"names\":[" + names + "]}"))
                .containsExactly(RULE + ".when_scope.names: more than 100 patterns; use one with a *, or a place");
        for (String list : List.of("conditional_tags", "prohibited_tags", "exemptions", "tests")) {
            assertThat(problems(read("{\"version\":\"3.0\",\"" + list + "\":[" + "{},".repeat(1_000) + "{}]}")))
                    .containsExactly("$." + list + ": more than 1000 entries; a policy is a few pages");
        }
    }

    @Test
    void r14_ties_among_a_thousand_rules_are_looked_for_in_bounded_time() {
        String rules = IntStream.range(0, 1_000)
                .mapToObj(FullFormatBoundsTest::ruleOfManyAccounts)
                .collect(joining(","));
        long began = System.nanoTime();

        accepted(read("{\"version\":\"3.0\",\"required_tags\":[" + rules + "]}"));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }

    private static String ruleOfManyAccounts(int number) {
        String accounts = IntStream.range(0, 60)
                .mapToObj(account -> "\"" + (number * 60 + account) + "\"")
                .collect(joining(","));
        return "{\"id\":\"r" + number + "\",\"name\":\"Owner\",\"when_scope\":{\"accounts\":[" + accounts + "]}}";
    }

    @Test
    void what_would_say_nothing_or_everything_is_refused() {
        assertThat(problemsOfRule("\"when_scope\":{}"))
                .containsExactly(RULE + ".when_scope: is empty; leave it out for no restriction");
        assertThat(problemsOfRule("\"id\":\"all\"").getFirst()).startsWith(RULE + ".id: is taken");
        assertThat(problemsOfRule("\"allowed_values\":[\"test-*\"],\"synonyms\":{\"test-*\":[\"tst\"]}"))
                .containsExactly(
                        RULE + ".synonyms.test-*: a value with a * stands for many, so nothing is a synonym of it");
        String exemption = "{\"version\":\"3.0\",\"exemptions\":[{\"id\":\"x\",\"reason\":\"r\",\"owner\":\"o\","
                + "\"expires\":\"2027-03-31\",\"rules\":[\"tag_naming_rules.max_key_length\"],\"resources\":%s}]}";
        assertThat(problems(read(exemption.formatted("[]"))))
                .containsExactly(
                        "$.exemptions[0].resources: an empty list; name resources by their full ids, or leave it"
                                + " out");
        assertThat(problems(read(exemption.formatted("[\"**\"]"))))
                .containsExactly(
                        "$.exemptions[0].resources: would exempt every resource; name a part of their ids, or a"
                                + " place");
        accepted(read(exemption.formatted("[\"*crm*\"]")));
    }

    @Test
    void conditional_rules_that_are_given_no_id_must_be_about_different_keys() {
        String rule = "{\"when\":{\"tag\":\"A\",\"present\":true},\"forbid\":{\"name\":\"B\"}}";

        assertThat(problems(read("{\"version\":\"3.0\",\"conditional_tags\":[" + rule + "," + rule + "]}")))
                .containsExactly(
                        "$.conditional_tags[1].id: another rule has the id 'conditional_tags.B' already; give each"
                                + " its own");
    }

    @Test
    void an_empty_list_of_categories_adds_nothing_to_types_beside_it() {
        assertThat(PolicyFiles.withRule("\"applies_to\":{\"categories\":[],\"aws\":[\"rds:db\"]}")
                        .required()
                        .getFirst()
                        .scope()
                        .types()
                        .covers(Cloud.AWS, new ResourceType("ec2:instance")))
                .isFalse();
    }

    @Test
    void a_condition_takes_a_value_in_the_case_that_the_rule_for_its_key_lets_pass() {
        for (boolean exact : new boolean[] {true, false}) {
            TagPolicy policy = accepted(read("""
                    {"version": "3.0",
                     "required_tags": [{"name": "Env", "allowed_values": ["prod"], "enforcement": {"case_sensitive": %s}}],
                     "conditional_tags": [{"when": {"tag": "env", "in": ["prod"]}, "forbid": {"name": "B"}}]}
                    """.formatted(exact)));
            assertThat(((Condition.HasValue)
                                    policy.rules().conditional().getFirst().when())
                            .value()
                            .valueCase())
                    .isEqualTo(exact ? ValueCase.EXACT : ValueCase.ANY);
        }
    }

    @Test
    void a_list_in_a_file_may_begin_with_a_byte_order_mark_and_has_an_end_inline_too() {
        byte[] policy =
                "{\"version\":\"3.0\",\"value_lists\":{\"cc\":{\"file\":\"lists/cc.txt\",\"as_of\":\"2026-10-31\"}}}"
                        .getBytes(StandardCharsets.UTF_8);

        assertThat(accepted(PolicyReader.read(policy, file("\uFEFFCC-1\n")))
                        .rules()
                        .valueLists()
                        .get("cc"))
                .hasToString("ValueList[values=[CC-1], asOf=2026-10-31]");
        assertThat(problemsOfRule("\"allowed_values\":[" + "\"a\",".repeat(10_000) + "\"b\"]"))
                .containsExactly(RULE + ".allowed_values: more than 10000 values");
    }

    private static ValueFiles file(String text) {
        return name -> new ValueFiles.Content.Bytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
