package io.tagcompliance.core.evaluation;

import static io.tagcompliance.core.evaluation.Policies.issues;
import static io.tagcompliance.core.evaluation.Policies.policy;
import static io.tagcompliance.core.evaluation.Policies.rule;
import static io.tagcompliance.core.evaluation.Policies.violations;
import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.policy.AppliesTo;
import io.tagcompliance.policy.NamingRules;
import io.tagcompliance.policy.NamingRules.KeyCase;
import io.tagcompliance.policy.NamingRules.SpecialCharacters;
import io.tagcompliance.policy.RuleId;
import io.tagcompliance.policy.Severity;
import io.tagcompliance.policy.TagPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamingTest {
    private static final NamingRules STRICT = new NamingRules(
            KeyCase.SENSITIVE, SpecialCharacters.REFUSED, 8, 4, List.of("aws:", "Gcp:"), Severity.ERROR);
    /** Something must be required for a policy to apply; a warning that every resource here has. */
    private static final TagPolicy POLICY =
            policy(STRICT, List.of(rule("must", Severity.WARNING, AppliesTo.EVERYTHING, List.of())), List.of());

    @Test
    void special_characters_concern_keys_only() {
        for (String ordinary : List.of("aZ09", " _.:/=+", "-@", "ä東٣", "𝒜")) {
            assertThat(issues(POLICY, "must", "!%#", ordinary, "")).as(ordinary).isEmpty();
        }
        for (String special : List.of("we!rd", "a%", "a\n", "a\u200b", "😀", "a*", "u\u0308")) {
            assertThat(issues(POLICY, "must", "", special, "")).as(special).containsExactly(special + ":naming_rule");
        }
    }

    @Test
    void lengths_are_counted_in_code_points_and_inclusive() {
        assertThat(issues(POLICY, "must", "😀😀😀😀", "𝒜".repeat(8), "")).isEmpty();
        assertThat(violations(POLICY, "must", "12345", "123456789", ""))
                .containsExactly(
                        new Violation.LimitExceeded(NamingJudge.MAX_VALUE_LENGTH, Severity.ERROR, "must", "12345", 4),
                        new Violation.LimitExceeded(NamingJudge.MAX_KEY_LENGTH, Severity.ERROR, "123456789", "", 8));
    }

    @Test
    void keys_of_aws_itself_are_never_judged() {
        assertThat(issues(POLICY, "must", "", "aws:cloudformation:stack-name!", "a long value", "AWS:x", "also long"))
                .isEmpty();
    }

    @Test
    void a_key_with_another_reserved_prefix_is_a_breach_in_any_case() {
        assertThat(violations(POLICY, "must", "", "gCP:x", "v"))
                .containsExactly(
                        new Violation.NamingBreach(NamingJudge.RESERVED_PREFIXES, Severity.ERROR, "gCP:x", "v"));
        assertThat(issues(POLICY, "must", "", "gcp", "", "xgcp:", "")).isEmpty();
    }

    @Test
    void a_breach_is_an_error_and_names_the_naming_rule() {
        Violation breach = violations(POLICY, "must", "", "we!rd", "").getFirst();

        assertThat(breach.severity()).isEqualTo(Severity.ERROR);
        assertThat(breach.rule()).isEqualTo(new RuleId("tag_naming_rules.allow_special_characters"));
    }

    @Test
    void an_empty_key_is_judged_and_no_exception() {
        assertThat(issues(POLICY, "must", "", "", "12345")).containsExactly(":limit_exceeded");
    }
}
