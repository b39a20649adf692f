package io.tagcompliance.server.tool;

import io.tagcompliance.core.evaluation.Violation;
import io.tagcompliance.policy.AllowedValue;
import io.tagcompliance.policy.TagRule;
import io.tagcompliance.policy.ValueRule;
import io.tagcompliance.server.tool.CallContext.Room;
import io.tagcompliance.server.tool.answer.ViolationRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shapes violations for answers. */
final class Rows {
    /** In an answer for a model, a resource with more violations than this has their number beside the first ones. */
    private static final int MOST_VIOLATIONS = 6;

    private static final int MOST_ALLOWED_VALUES = 10;

    private Rows() {}

    static List<ViolationRow> violations(List<Violation> violations, Room room) {
        return violations.stream().limit(most(room)).map(Rows::violation).toList();
    }

    static @Nullable Integer totalIfCut(int size, Room room) {
        return size > most(room) ? size : null;
    }

    private static int most(Room room) {
        return room == Room.UNCUT ? Integer.MAX_VALUE : MOST_VIOLATIONS;
    }

    static @Nullable Boolean onlyIfTrue(boolean flag) {
        return flag ? Boolean.TRUE : null;
    }

    private static ViolationRow violation(Violation violation) {
        return switch (violation) {
            case Violation.MissingTag missing -> ofRule(missing.demand(), violation, null, null);
            case Violation.WrongKeyCase wrong ->
                ofRule(wrong.demand(), violation, SafeText.of(wrong.value()), SafeText.of(wrong.foundKey()));
            case Violation.InvalidValue invalid ->
                withClosest(invalid, ofRule(invalid.demand(), violation, SafeText.of(invalid.value()), null));
            case Violation.InvalidFormat invalid ->
                ofRule(invalid.demand(), violation, SafeText.of(invalid.value()), null);
            case Violation.NamingBreach breach -> ofKey(violation, SafeText.of(breach.value()));
            case Violation.LimitExceeded exceeded -> ofKey(violation, SafeText.of(exceeded.value()));
        };
    }

    private static ViolationRow ofRule(
            TagRule rule, Violation violation, @Nullable SafeText value, @Nullable SafeText foundKey) {
        boolean escaped = (value != null && value.escaped()) || (foundKey != null && foundKey.escaped());
        List<String> allowed = allowedValues(rule);
        return new ViolationRow(
                violation.tag(),
                violation.issue(),
                violation.severity().label(),
                value == null ? null : value.text(),
                foundKey == null ? null : foundKey.text(),
                onlyIfTrue(escaped),
                allowed.isEmpty()
                        ? null
                        : allowed.stream().limit(MOST_ALLOWED_VALUES).toList(),
                allowed.size() > MOST_ALLOWED_VALUES ? allowed.size() : null,
                pattern(rule),
                null,
                violation.rule().text());
    }

    private static ViolationRow withClosest(Violation.InvalidValue invalid, ViolationRow row) {
        return new ViolationRow(
                row.tag(),
                row.issue(),
                row.severity(),
                row.currentValue(),
                row.foundKey(),
                row.escaped(),
                row.allowedValues(),
                row.allowedValuesTotal(),
                row.pattern(),
                invalid.closestAllowedValue().orElse(null),
                row.ruleId());
    }

    private static ViolationRow ofKey(Violation violation, SafeText value) {
        SafeText key = SafeText.of(violation.tag());
        return new ViolationRow(
                key.text(),
                violation.issue(),
                violation.severity().label(),
                value.text(),
                null,
                onlyIfTrue(key.escaped() || value.escaped()),
                null,
                null,
                null,
                null,
                violation.rule().text());
    }

    static List<String> allowedValues(TagRule rule) {
        return rule.allowedValues().stream().map(AllowedValue::text).toList();
    }

    static @Nullable String pattern(TagRule rule) {
        return rule.values().stream()
                .filter(ValueRule.Matches.class::isInstance)
                .map(matches -> ((ValueRule.Matches) matches).pattern())
                .findFirst()
                .orElse(null);
    }
}
