package io.tagcompliance.core.evaluation;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.policy.NamingRules.KeyCase;
import io.tagcompliance.policy.TagRule;
import io.tagcompliance.policy.ValueCase;
import io.tagcompliance.policy.ValueRule;
import java.util.List;
import java.util.Optional;

/** A rule with its patterns compiled. RE2 runs in linear time, whatever the pattern and the value are. */
record CompiledRule(TagRule rule, List<ValueCheck> checks) {

    static CompiledRule of(TagRule rule) {
        return new CompiledRule(
                rule, rule.values().stream().map(value -> check(rule, value)).toList());
    }

    FoundKey find(Tags tags) {
        return FoundKey.of(rule.key(), tags);
    }

    /** Whether the two rules look for the same key. */
    boolean isAboutTheKeyOf(CompiledRule other, KeyCase keyCase) {
        return keyCase == KeyCase.SENSITIVE
                ? rule.key().equals(other.rule.key())
                : rule.key().folded().equals(other.rule.key().folded());
    }

    /** The first demand that the value fails. One violation for each rule, so the others are not looked at. */
    Optional<Violation> judge(String value) {
        return checks.stream()
                .map(check -> check.judge(value))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static ValueCheck check(TagRule rule, ValueRule value) {
        return switch (value) {
            case ValueRule.OneOf oneOf ->
                text -> oneOf.admits(text)
                        ? Optional.empty()
                        : Optional.of(new Violation.InvalidValue(rule, oneOf, text));
            case ValueRule.Matches matches -> {
                Pattern pattern = compile(matches);
                yield text -> pattern.matches(text)
                        ? Optional.empty()
                        : Optional.of(new Violation.InvalidFormat(rule, matches, text));
            }
        };
    }

    private static Pattern compile(ValueRule.Matches matches) {
        int flags = matches.valueCase() == ValueCase.EXACT ? 0 : Pattern.CASE_INSENSITIVE;
        try {
            return Pattern.compile(matches.pattern(), flags);
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException("a pattern can't be compiled: " + wrong.getDescription(), wrong);
        }
    }

    /** One demand on a value. */
    @FunctionalInterface
    interface ValueCheck {
        Optional<Violation> judge(String value);
    }
}
