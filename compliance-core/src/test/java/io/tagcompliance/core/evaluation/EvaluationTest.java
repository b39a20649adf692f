package io.tagcompliance.core.evaluation;

import static io.tagcompliance.core.evaluation.Policies.EC2_INSTANCE;
import static io.tagcompliance.core.evaluation.Policies.issues;
import static io.tagcompliance.core.evaluation.Policies.judge;
import static io.tagcompliance.core.evaluation.Policies.matches;
import static io.tagcompliance.core.evaluation.Policies.oneOf;
import static io.tagcompliance.core.evaluation.Policies.policy;
import static io.tagcompliance.core.evaluation.Policies.requiring;
import static io.tagcompliance.core.evaluation.Policies.rule;
import static io.tagcompliance.core.evaluation.Policies.tags;
import static io.tagcompliance.core.evaluation.Policies.types;
import static io.tagcompliance.core.evaluation.Policies.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.policy.AppliesTo;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.NamingRules.KeyCase;
import io.tagcompliance.policy.PolicyRules;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.RuleId;
import io.tagcompliance.policy.Severity;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.TagRule;
import io.tagcompliance.policy.ValueCase;
import io.tagcompliance.policy.ValueRule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private static final TagRule ENVIRONMENT = rule("Environment", oneOf("production", "test-*"));

    @Test
    void a_required_key_that_is_not_there_is_missing_and_an_empty_value_is_there() {
        TagPolicy policy = requiring(KeyCase.SENSITIVE, ENVIRONMENT, rule("Owner"));

        assertThat(issues(policy)).containsExactly("Environment:missing_required_tag", "Owner:missing_required_tag");
        assertThat(issues(policy, "Environment", "", "Owner", "")).containsExactly("Environment:invalid_value");
        assertThat(issues(policy, "Environment", "test-7", "Owner", "x")).isEmpty();
    }

    @Test
    void a_case_variant_passes_or_is_the_wrong_case_as_the_naming_rules_say() {
        String[] tags = {"ENVIRONMENT", "nonsense"};

        assertThat(issues(requiring(KeyCase.INSENSITIVE, ENVIRONMENT), tags))
                .containsExactly("Environment:invalid_value");
        assertThat(violations(requiring(KeyCase.SENSITIVE, ENVIRONMENT), tags))
                .containsExactly(new Violation.WrongKeyCase(ENVIRONMENT, "ENVIRONMENT", "nonsense"));
    }

    @Test
    void of_several_keys_that_match_the_exact_one_counts_wherever_it_stands() {
        for (KeyCase keyCase : KeyCase.values()) {
            TagPolicy policy = requiring(keyCase, ENVIRONMENT);
            assertThat(issues(policy, "environment", "x", "Environment", "production"))
                    .isEmpty();
            assertThat(issues(policy, "Environment", "x", "environment", "production"))
                    .containsExactly("Environment:invalid_value");
        }
    }

    @Test
    void an_optional_key_is_judged_where_it_is_there() {
        TagRule project = rule("Project", oneOf("atlas"));

        for (KeyCase keyCase : KeyCase.values()) {
            TagPolicy policy = policy(Policies.naming(keyCase), List.of(rule("Owner")), List.of(project));
            assertThat(issues(policy, "Owner", "a")).isEmpty();
            assertThat(issues(policy, "Owner", "a", "Project", "atlas")).isEmpty();
            assertThat(issues(policy, "Owner", "a", "Project", "x")).containsExactly("Project:invalid_value");
            assertThat(issues(policy, "Owner", "a", "project", "x")).hasSize(keyCase == KeyCase.INSENSITIVE ? 1 : 0);
        }
    }

    @Test
    void a_key_that_is_required_is_not_judged_again_as_an_optional_one() {
        List<TagRule> optional = List.of(rule("owner", oneOf("team")));
        List<TagRule> required = List.of(rule("Owner", oneOf("me")));

        assertThat(issues(policy(Policies.naming(KeyCase.INSENSITIVE), required, optional), "owner", "me"))
                .isEmpty();
        assertThat(issues(policy(Policies.naming(KeyCase.SENSITIVE), required, optional), "Owner", "me", "owner", "x"))
                .containsExactly("owner:invalid_value");
    }

    @Test
    void allowed_values_are_judged_before_the_pattern_and_a_rule_is_violated_once() {
        TagRule both = rule("Code", oneOf("A1", "bad"), matches("[A-Z]\\d"));

        assertThat(issues(requiring(KeyCase.SENSITIVE, both), "Code", "zzz")).containsExactly("Code:invalid_value");
        assertThat(issues(requiring(KeyCase.SENSITIVE, both), "Code", "bad")).containsExactly("Code:invalid_format");
        assertThat(issues(requiring(KeyCase.SENSITIVE, both), "Code", "A1")).isEmpty();
    }

    @Test
    void a_pattern_matches_the_whole_value_and_every_alternative_of_it() {
        TagPolicy policy = requiring(KeyCase.SENSITIVE, rule("Code", matches("a|ab|^c$")));

        for (String fine : List.of("a", "ab", "c")) {
            assertThat(issues(policy, "Code", fine)).as(fine).isEmpty();
        }
        for (String wrong : List.of("", "abc", "xa", "a\n", "A", "c\n")) {
            assertThat(issues(policy, "Code", wrong)).as(wrong).containsExactly("Code:invalid_format");
        }
    }

    @Test
    void values_are_case_sensitive_unless_the_rule_says_otherwise() {
        TagRule anyCase =
                rule("E", oneOf(ValueCase.LOWERCASE_ADVISED, "Prod"), new ValueRule.Matches("[a-z]+", ValueCase.ANY));

        assertThat(issues(requiring(KeyCase.SENSITIVE, anyCase), "E", "PROD")).isEmpty();
        assertThat(issues(requiring(KeyCase.INSENSITIVE, rule("E", oneOf("Prod"))), "E", "PROD"))
                .containsExactly("E:invalid_value");
        assertThat(issues(requiring(KeyCase.INSENSITIVE, rule("E", matches("[a-z]+"))), "E", "PROD"))
                .containsExactly("E:invalid_format");
    }

    @Test
    void the_closest_allowed_value_is_offered_as_the_rule_advises_and_never_a_wildcard() {
        assertThat(closest(oneOf("production", "test-*"), "prod")).containsExactly("production");
        assertThat(closest(oneOf(ValueCase.UPPERCASE_ADVISED, "production"), "prodution"))
                .containsExactly("PRODUCTION");
        assertThat(closest(oneOf(ValueCase.LOWERCASE_ADVISED, "Production"), "prodution"))
                .containsExactly("production");
        assertThat(closest(oneOf("production"), "Production")).containsExactly("production");
        assertThat(closest(oneOf("production"), "banana")).isEmpty();
        assertThat(closest(oneOf("test-*"), "tst-")).isEmpty();
    }

    private static List<String> closest(ValueRule allowed, String value) {
        return violations(requiring(KeyCase.SENSITIVE, rule("E", allowed)), "E", value).stream()
                .map(Violation.InvalidValue.class::cast)
                .flatMap(violation -> violation.closestAllowedValue().stream())
                .toList();
    }

    @Test
    void a_warning_is_listed_and_does_not_make_a_resource_non_compliant() {
        TagRule warning = rule("Owner", Severity.WARNING, AppliesTo.EVERYTHING, List.of());
        Verdict.Judged judged = (Verdict.Judged) judge(requiring(KeyCase.SENSITIVE, warning), Map.of());

        assertThat(judged.violations())
                .singleElement()
                .extracting(Violation::severity)
                .isEqualTo(Severity.WARNING);
        assertThat(judged.compliant()).isTrue();
        assertThat(((Verdict.Judged) judge(requiring(KeyCase.SENSITIVE, warning, ENVIRONMENT), Map.of())).compliant())
                .isFalse();
    }

    @Test
    void a_policy_does_not_apply_where_it_requires_nothing() {
        TagRule databases = rule("Owner", Severity.ERROR, types("rds:db"), List.of());
        TagPolicy policy =
                policy(Policies.naming(KeyCase.SENSITIVE), List.of(databases), List.of(rule("Project", oneOf("x"))));

        assertThat(judge(policy, tags("Project", "y", "a".repeat(500), ""))).isEqualTo(new Verdict.NotApplicable());
        TagPolicy azureOnly = new TagPolicy(
                policy.header(),
                Set.of(Cloud.AZURE),
                PolicyRules.of(List.of(rule("Owner")), List.of()),
                policy.naming(),
                List.of(),
                List.of(),
                Map.of());
        assertThat(judge(azureOnly, Map.of())).isEqualTo(new Verdict.NotApplicable());
    }

    @Test
    void unknown_tags_are_not_evaluated_where_the_policy_applies_and_are_never_missing() {
        ReadFailure denied = new ReadFailure(ReadFailure.Kind.ACCESS_DENIED, "x:List", "allow it");
        CompiledPolicy policy = CompiledPolicy.of(
                requiring(KeyCase.SENSITIVE, rule("Owner", Severity.ERROR, types("ec2:instance"), List.of())));

        assertThat(policy.judge(Subject.of(Cloud.AWS, EC2_INSTANCE, new TagReading.Unknown(denied)), Policies.NOW))
                .isEqualTo(new Verdict.NotEvaluated(denied));
        assertThat(policy.judge(
                        Subject.of(Cloud.AWS, new ResourceType("sqs:queue"), new TagReading.Unknown(denied)),
                        Policies.NOW))
                .isEqualTo(new Verdict.NotApplicable());
    }

    @Test
    void keys_that_are_carried_or_missing_follow_the_case_rule() {
        Tags tags = Tags.of(Map.of("owner", "x"));
        CompiledPolicy sensitive = CompiledPolicy.of(requiring(KeyCase.SENSITIVE, rule("Owner"), ENVIRONMENT));
        CompiledPolicy insensitive = CompiledPolicy.of(requiring(KeyCase.INSENSITIVE, rule("Owner"), ENVIRONMENT));

        assertThat(sensitive.carries(tags, new TagKey("Owner"))).isFalse();
        assertThat(insensitive.carries(tags, new TagKey("Owner"))).isTrue();
        assertThat(insensitive.missingKeys(Subject.of(Cloud.AWS, EC2_INSTANCE, new TagReading.Known(tags)), tags))
                .containsExactly(new TagKey("Environment"));
    }

    @Test
    void more_types_than_are_remembered_are_judged_all_the_same() {
        CompiledPolicy policy = CompiledPolicy.of(requiring(KeyCase.SENSITIVE, rule("Owner")));

        for (int number = 0; number < 2_500; number++) {
            ResourceType type = new ResourceType("strange:type-" + number);
            assertThat(policy.judge(Subject.of(Cloud.AWS, type, TagReading.known(Map.of())), Policies.NOW))
                    .isInstanceOf(Verdict.Judged.class);
        }
    }

    @Test
    void a_pattern_that_cannot_be_compiled_is_refused_before_anything_is_judged() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CompiledPolicy.of(requiring(KeyCase.SENSITIVE, rule("a", matches("(a)\\1")))));
    }

    @Test
    void r12_pattern_that_explodes_elsewhere_takes_under_five_milliseconds() {
        CompiledPolicy policy = CompiledPolicy.of(requiring(KeyCase.SENSITIVE, rule("Owner", matches("(a+)+$"))));
        TagReading explosive = TagReading.known(Map.of("Owner", "a".repeat(255) + "!"));
        long[] nanos = new long[101];
        for (int round = 0; round < 400; round++) {
            long begun = System.nanoTime();
            Verdict verdict = policy.judge(Subject.of(Cloud.AWS, EC2_INSTANCE, explosive), Policies.NOW);
            nanos[round % nanos.length] = System.nanoTime() - begun;
            assertThat(((Verdict.Judged) verdict).violations()).hasSize(1);
        }
        Arrays.sort(nanos);
        assertThat(nanos[nanos.length / 2]).isLessThan(5_000_000);
    }

    @Test
    void a_violation_names_its_rule_and_its_key() {
        Violation violation = violations(requiring(KeyCase.INSENSITIVE, ENVIRONMENT), "environment", "x")
                .getFirst();

        assertThat(violation.rule()).isEqualTo(new RuleId("rule Environment"));
        assertThat(violation.tag()).isEqualTo("Environment");
    }
}
