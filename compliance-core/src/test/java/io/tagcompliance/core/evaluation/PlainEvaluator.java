package io.tagcompliance.core.evaluation;

import io.tagcompliance.policy.AllowedValue;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.NamingRules.KeyCase;
import io.tagcompliance.policy.NamingRules.SpecialCharacters;
import io.tagcompliance.policy.Severity;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.TagRule;
import io.tagcompliance.policy.ValueCase;
import io.tagcompliance.policy.ValueRule;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The rules of evaluation once more, written down from the words of the domain guide, as plainly as can be. */
final class PlainEvaluator {
    private final TagPolicy policy;
    private final Map<String, String> tags;
    private final Set<String> found = new TreeSet<>();

    PlainEvaluator(TagPolicy policy, Map<String, String> tags) {
        this.policy = policy;
        this.tags = tags;
    }

    /** {@code key:issue:severity} of an instance; {@code not applicable} alone where nothing is required of it. */
    Set<String> violations() {
        boolean applies = false;
        for (TagRule rule : policy.required()) {
            if (rule.appliesTo().covers(Cloud.AWS, Policies.EC2_INSTANCE)) {
                applies = true;
                required(rule);
            }
        }
        if (!applies) {
            return Set.of("not applicable");
        }
        policy.optional().stream()
                .filter(rule -> rule.appliesTo().covers(Cloud.AWS, Policies.EC2_INSTANCE))
                .forEach(this::optional);
        tags.forEach(this::naming);
        return found;
    }

    private void required(TagRule rule) {
        String name = rule.key().text();
        if (tags.containsKey(name)) {
            value(rule, tags.get(name));
            return;
        }
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            if (tag.getKey().equalsIgnoreCase(name)) {
                if (policy.naming().keyCase() == KeyCase.SENSITIVE) {
                    note(name, "wrong_key_case", rule.severity());
                } else {
                    value(rule, tag.getValue());
                }
                return;
            }
        }
        note(name, "missing_required_tag", rule.severity());
    }

    private void optional(TagRule rule) {
        String name = rule.key().text();
        if (tags.containsKey(name)) {
            value(rule, tags.get(name));
        } else if (policy.naming().keyCase() == KeyCase.INSENSITIVE) {
            tags.entrySet().stream()
                    .filter(tag -> tag.getKey().equalsIgnoreCase(name))
                    .findFirst()
                    .ifPresent(tag -> value(rule, tag.getValue()));
        }
    }

    private void value(TagRule rule, String value) {
        for (ValueRule demand : rule.values()) {
            int flags = demand.valueCase() == ValueCase.EXACT ? 0 : Pattern.CASE_INSENSITIVE;
            if (demand instanceof ValueRule.OneOf oneOf) {
                boolean allowed = false;
                for (AllowedValue one : oneOf.values()) {
                    String regex = "\\Q" + one.text().replace("*", "\\E.*\\Q") + "\\E";
                    allowed |= Pattern.compile(regex, flags).matcher(value).matches();
                }
                if (!allowed) {
                    note(rule.key().text(), "invalid_value", rule.severity());
                    return;
                }
            } else if (demand instanceof ValueRule.Matches matches
                    && !Pattern.compile(matches.pattern(), flags).matcher(value).matches()) {
                note(rule.key().text(), "invalid_format", rule.severity());
                return;
            }
        }
    }

    private void naming(String key, String value) {
        if (key.toLowerCase(Locale.ROOT).startsWith("aws:")) {
            return;
        }
        if (policy.naming().specialCharacters() == SpecialCharacters.REFUSED
                && !key.matches("[\\p{L}\\p{Nd} _.:/=+@-]*")) {
            note(key, "naming_rule", Severity.ERROR);
        }
        for (String prefix : policy.naming().reservedPrefixes()) {
            if (key.toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT))) {
                note(key, "naming_rule", Severity.ERROR);
            }
        }
        if (key.codePoints().count() > policy.naming().maxKeyLength()
                || value.codePoints().count() > policy.naming().maxValueLength()) {
            note(key, "limit_exceeded", Severity.ERROR);
        }
    }

    private void note(String key, String issue, Severity severity) {
        found.add(key + ":" + issue + ":" + severity);
    }
}
