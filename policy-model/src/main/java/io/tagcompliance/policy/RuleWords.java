package io.tagcompliance.policy;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in a few words what rules ask for. The words hold texts of the policy's author, none of a resource's owner. */
public final class RuleWords {
    private static final int MOST_VALUES = 10;

    private RuleWords() {}

    /** A condition: {@code Environment is one of: production}. */
    public static String of(Condition condition) {
        return switch (condition) {
            case Condition.HasValue has -> has.tag() + " " + of(has.value());
            case Condition.IsPresent is -> is.tag() + " is there";
            case Condition.Not not -> "not (" + of(not.condition()) + ")";
            case Condition.AllOf all -> joined(all.conditions(), " and ");
            case Condition.AnyOf any -> joined(any.conditions(), " or ");
        };
    }

    private static String joined(List<Condition> conditions, String word) {
        return conditions.stream()
                .map(one -> conditions.size() == 1 || isSimple(one) ? of(one) : "(" + of(one) + ")")
                .collect(Collectors.joining(word));
    }

    private static boolean isSimple(Condition condition) {
        return !(condition instanceof Condition.AllOf || condition instanceof Condition.AnyOf);
    }

    /** A consequence: {@code DataClass must be one of: public, internal}. */
    public static String of(Consequence then) {
        return switch (then) {
            case Consequence.Require require -> of(require.demand());
            case Consequence.SameAs same -> same.key() + " must have the value of " + same.other();
            case Consequence.Forbid forbid -> forbid.key() + " must not be there";
        };
    }

    /** A demand: {@code Owner must match [a-z]+}. */
    public static String of(Demand demand) {
        return demand.values().isEmpty()
                ? demand.key() + " must be there"
                : demand.key() + " must be there, and "
                        + demand.values().stream().map(RuleWords::of).collect(Collectors.joining(" and "));
    }

    /** A period as policy files have it: {@code 7d}, or in hours where it is no number of days. */
    public static String of(Duration period) {
        return period.toHours() % 24 == 0 ? period.toDays() + "d" : period.toHours() + "h";
    }

    private static String of(ValueRule value) {
        String anyCase = value.valueCase() == ValueCase.EXACT ? "" : " in any case";
        return switch (value) {
            case ValueRule.OneOf oneOf -> "is one of" + anyCase + ": " + values(oneOf.values());
            case ValueRule.Matches matches -> "matches" + anyCase + " " + matches.pattern();
        };
    }

    private static String values(List<AllowedValue> values) {
        Stream<String> first = values.stream().limit(MOST_VALUES).map(AllowedValue::text);
        return values.size() > MOST_VALUES
                ? first.collect(Collectors.joining(", ")) + " and " + (values.size() - MOST_VALUES) + " more"
                : first.collect(Collectors.joining(", "));
    }
}
