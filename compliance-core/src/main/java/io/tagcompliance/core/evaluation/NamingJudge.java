package io.tagcompliance.core.evaluation;

import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.policy.NamingRules;
import io.tagcompliance.policy.NamingRules.SpecialCharacters;
import io.tagcompliance.policy.RuleId;
import io.tagcompliance.policy.Severity;
import io.tagcompliance.policy.TagKey;
import java.util.List;
import java.util.Optional;

/** Judges keys and values by the naming rules. Keys of AWS itself are never judged: nobody could put them right. */
final class NamingJudge {
    static final RuleId SPECIAL_CHARACTERS = new RuleId("tag_naming_rules.allow_special_characters");
    static final RuleId RESERVED_PREFIXES = new RuleId("tag_naming_rules.reserved_prefixes");
    static final RuleId MAX_KEY_LENGTH = new RuleId("tag_naming_rules.max_key_length");
    static final RuleId MAX_VALUE_LENGTH = new RuleId("tag_naming_rules.max_value_length");

    /** All of these. */
    static final List<RuleId> IDS = List.of(SPECIAL_CHARACTERS, RESERVED_PREFIXES, MAX_KEY_LENGTH, MAX_VALUE_LENGTH);

    private static final String ORDINARY = " _.:/=+-@";

    private final NamingRules rules;

    NamingJudge(NamingRules rules) {
        this.rules = rules;
    }

    void judge(Tags tags, List<Violation> violations) {
        tags.forEach((key, value) -> {
            if (judges(key)) {
                judgeKey(key, value, violations);
                judgeValue(key, value).ifPresent(violations::add);
            }
        });
    }

    /** Whether a key is anybody's to choose. */
    boolean judges(String key) {
        return key.isEmpty() || !new TagKey(key).isSystem();
    }

    /** What is wrong with the key alone; the value is only shown. */
    void judgeKey(String key, String value, List<Violation> violations) {
        if (rules.specialCharacters() == SpecialCharacters.REFUSED
                && !key.codePoints().allMatch(NamingJudge::ordinary)) {
            violations.add(new Violation.NamingBreach(SPECIAL_CHARACTERS, rules.severity(), key, value));
        }
        if (rules.reservedPrefixes().stream()
                .anyMatch(prefix -> key.regionMatches(true, 0, prefix, 0, prefix.length()))) {
            violations.add(new Violation.NamingBreach(RESERVED_PREFIXES, rules.severity(), key, value));
        }
        if (key.codePointCount(0, key.length()) > rules.maxKeyLength()) {
            violations.add(
                    new Violation.LimitExceeded(MAX_KEY_LENGTH, rules.severity(), key, value, rules.maxKeyLength()));
        }
    }

    /** What is wrong with the value. */
    Optional<Violation> judgeValue(String key, String value) {
        return admitsValue(value)
                ? Optional.empty()
                : Optional.of(new Violation.LimitExceeded(
                        MAX_VALUE_LENGTH, rules.severity(), key, value, rules.maxValueLength()));
    }

    /** Whether a value is short enough. */
    boolean admitsValue(String value) {
        return value.length() <= rules.maxValueLength()
                || value.codePointCount(0, value.length()) <= rules.maxValueLength();
    }

    /** Whether there are values that are too long. */
    boolean limitsValues() {
        return rules.maxValueLength() < Integer.MAX_VALUE;
    }

    Severity severity() {
        return rules.severity();
    }

    private static boolean ordinary(int character) {
        return Character.isLetterOrDigit(character) || ORDINARY.indexOf(character) >= 0;
    }
}
