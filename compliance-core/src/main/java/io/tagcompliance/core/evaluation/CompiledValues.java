package io.tagcompliance.core.evaluation;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.tagcompliance.policy.AllowedValue;
import io.tagcompliance.policy.ValueCase;
import io.tagcompliance.policy.ValueRule;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Demands on a value with their patterns compiled. RE2 runs in linear time, whatever the pattern and the value are. */
record CompiledValues(List<Check> checks) {
    /** One demand, and whether a value fulfils it. */
    record Check(ValueRule rule, Predicate<String> admits) {}

    static CompiledValues of(List<ValueRule> rules) {
        return new CompiledValues(
                rules.stream().map(rule -> new Check(rule, admits(rule))).toList());
    }

    /** The first demand that the value fails. One violation for each rule, so the others are not looked at. */
    Optional<ValueRule> failedBy(String value) {
        for (Check check : checks) {
            if (!check.admits().test(value)) {
                return Optional.of(check.rule());
            }
        }
        return Optional.empty();
    }

    boolean admit(String value) {
        return failedBy(value).isEmpty();
    }

    private static Predicate<String> admits(ValueRule rule) {
        return switch (rule) {
            case ValueRule.OneOf oneOf -> admits(oneOf);
            case ValueRule.Matches matches -> compile(matches)::matches;
        };
    }

    /** A list may have thousands of values, so those without a wildcard are looked up. */
    private static Predicate<String> admits(ValueRule.OneOf oneOf) {
        boolean exact = oneOf.valueCase() == ValueCase.EXACT;
        Set<String> plain = new HashSet<>();
        oneOf.values().stream()
                .filter(value -> !value.hasWildcard())
                .forEach(value -> plain.add(exact ? value.text() : value.text().toLowerCase(Locale.ROOT)));
        List<AllowedValue> wild =
                oneOf.values().stream().filter(AllowedValue::hasWildcard).toList();
        return value -> plain.contains(exact ? value : value.toLowerCase(Locale.ROOT))
                || wild.stream().anyMatch(allowed -> allowed.admits(value, oneOf.valueCase()));
    }

    private static Pattern compile(ValueRule.Matches matches) {
        int flags = matches.valueCase() == ValueCase.EXACT ? 0 : Pattern.CASE_INSENSITIVE;
        try {
            return Pattern.compile(matches.pattern(), flags);
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException("a pattern can't be compiled: " + wrong.getDescription(), wrong);
        }
    }
}
