package io.tagcompliance.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.policy.AppliesTo;
import io.tagcompliance.policy.NamingRules;
import io.tagcompliance.policy.NamingRules.KeyCase;
import io.tagcompliance.policy.NamingRules.SpecialCharacters;
import io.tagcompliance.policy.Severity;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.TagRule;
import io.tagcompliance.policy.ValueCase;
import io.tagcompliance.policy.ValueRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Two evaluators, written apart, say the same of 20,000 random cases. */
class TwoEvaluatorsAgreeTest {
    private static final int CASES = 20_000;
    private static final List<String> KEYS = List.of("Owner", "Env", "Code");
    private static final List<String> TAG_KEYS = List.of(
            "Owner",
            "owner",
            "OWNER",
            "Env",
            "env",
            "Code",
            "cODE",
            "aws:x",
            "AWS:y!",
            "gcp:z",
            "GCP:",
            "we!rd",
            "über",
            "too long a key");
    private static final List<String> VALUES =
            List.of("", "prod", "Prod", "PROD", "test-7", "A1", "a1", "😀😀😀😀😀😀😀😀😀", "a value that is long");

    private final Random random = new Random(20_000);

    @Test
    void two_evaluators_agree() {
        int violated = 0;
        for (int number = 0; number < CASES; number++) {
            TagPolicy policy = policy();
            Map<String, String> tags = tags();
            Set<String> expected = new PlainEvaluator(policy, tags).violations();
            assertThat(judged(policy, tags)).as("%s on %s", policy, tags).isEqualTo(expected);
            violated += expected.isEmpty() ? 0 : 1;
        }
        assertThat(violated).isBetween(CASES / 4, CASES - CASES / 40);
    }

    private static Set<String> judged(TagPolicy policy, Map<String, String> tags) {
        Set<String> found = new TreeSet<>();
        switch (Policies.judge(policy, tags)) {
            case Verdict.NotApplicable none -> found.add("not applicable");
            case Verdict.NotEvaluated never -> found.add("not evaluated");
            case Verdict.Judged judged ->
                judged.violations().forEach(one -> found.add(one.tag() + ":" + one.issue() + ":" + one.severity()));
        }
        return found;
    }

    private TagPolicy policy() {
        List<TagRule> required = new ArrayList<>();
        List<TagRule> optional = new ArrayList<>();
        for (String key : KEYS) {
            int where = random.nextInt(4);
            if (where < 3) {
                (where < 2 ? required : optional).add(rule(key));
            }
        }
        NamingRules naming = new NamingRules(
                one(List.of(KeyCase.values())),
                one(List.of(SpecialCharacters.values())),
                one(List.of(8, 100)),
                one(List.of(8, 100)),
                one(List.of(List.of(), List.of("aws:", "Gcp:"))));
        return Policies.policy(naming, required, optional);
    }

    private TagRule rule(String key) {
        List<ValueRule> values = new ArrayList<>();
        ValueCase valueCase = one(List.of(ValueCase.values()));
        if (random.nextBoolean()) {
            values.add(Policies.oneOf(
                    valueCase, one(List.of("prod", "Prod", "A1", "*")), one(List.of("test-*", "*rod", "a1"))));
        }
        if (random.nextInt(3) == 0) {
            values.add(new ValueRule.Matches(one(List.of("[a-z]+", "[A-Z]\\d", "prod|A1", "")), valueCase));
        }
        AppliesTo appliesTo = one(List.of(
                AppliesTo.EVERYTHING, AppliesTo.EVERYTHING, Policies.types("EC2:instance"), Policies.types("rds:db")));
        return Policies.rule(key, one(List.of(Severity.values())), appliesTo, values);
    }

    private Map<String, String> tags() {
        Map<String, String> tags = new LinkedHashMap<>();
        for (int number = random.nextInt(6); number > 0; number--) {
            tags.put(one(TAG_KEYS), one(VALUES));
        }
        return tags;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
