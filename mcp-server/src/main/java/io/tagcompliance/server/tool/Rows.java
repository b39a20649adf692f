package io.tagcompliance.server.tool;

import io.tagcompliance.core.evaluation.FoundKey;
import io.tagcompliance.core.evaluation.Violation;
import io.tagcompliance.policy.AllowedValue;
import io.tagcompliance.policy.Consequence;
import io.tagcompliance.policy.Demand;
import io.tagcompliance.policy.NamingRules.KeyCase;
import io.tagcompliance.policy.ValueRule;
import io.tagcompliance.server.tool.CallContext.Room;
import io.tagcompliance.server.tool.answer.ViolationRow;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
        SafeText tag = SafeText.of(violation.tag());
        Optional<SafeText> value = value(violation).map(SafeText::of);
        Optional<SafeText> foundKey = foundKey(violation).map(SafeText::of);
        boolean escaped = Stream.of(Optional.of(tag), value, foundKey)
                .flatMap(Optional::stream)
                .anyMatch(SafeText::escaped);
        Optional<Demand> demand = demand(violation);
        List<String> allowed = demand.map(Rows::allowedValues).orElse(List.of());
        return new ViolationRow(
                tag.text(),
                violation.issue(),
                violation.severity().label(),
                value.map(SafeText::text).orElse(null),
                foundKey.map(SafeText::text).orElse(null),
                onlyIfTrue(escaped),
                allowed.isEmpty()
                        ? null
                        : allowed.stream().limit(MOST_ALLOWED_VALUES).toList(),
                allowed.size() > MOST_ALLOWED_VALUES ? allowed.size() : null,
                demand.map(Rows::pattern).orElse(null),
                closest(violation).orElse(null),
                violation.rule().text(),
                orNull(violation.text().message()),
                orNull(violation.text().link()));
    }

    static Optional<String> value(Violation violation) {
        return switch (violation) {
            case Violation.MissingTag missing -> Optional.empty();
            case Violation.WrongKeyCase wrong -> Optional.of(wrong.value());
            case Violation.KnownAlias alias -> Optional.of(alias.value());
            case Violation.InvalidValue invalid -> Optional.of(invalid.value());
            case Violation.InvalidFormat invalid -> Optional.of(invalid.value());
            case Violation.ConditionNotMet notMet -> notMet.found().value(KeyCase.INSENSITIVE);
            case Violation.ProhibitedKey prohibited -> Optional.of(prohibited.value());
            case Violation.OfNaming ofNaming -> Optional.of(ofNaming.value());
        };
    }

    /** The key on the resource, where it is another one than the rule's. */
    static Optional<String> foundKey(Violation violation) {
        return switch (violation) {
            case Violation.WrongKeyCase wrong -> Optional.of(wrong.foundKey());
            case Violation.KnownAlias alias -> Optional.of(alias.foundKey());
            case Violation.ConditionNotMet notMet
            when notMet.found() instanceof FoundKey.Variant variant -> Optional.of(variant.key());
            default -> Optional.empty();
        };
    }

    static Optional<Demand> demand(Violation violation) {
        return switch (violation) {
            case Violation.OfTagRule ofRule -> Optional.of(ofRule.demand().demand());
            case Violation.ConditionNotMet notMet
            when notMet.demand().then() instanceof Consequence.Require require -> Optional.of(require.demand());
            default -> Optional.empty();
        };
    }

    static Optional<String> closest(Violation violation) {
        return violation instanceof Violation.InvalidValue invalid ? invalid.closestAllowedValue() : Optional.empty();
    }

    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    static List<String> allowedValues(Demand demand) {
        return demand.allowedValues().stream().map(AllowedValue::text).toList();
    }

    static @Nullable String pattern(Demand demand) {
        return demand.values().stream()
                .filter(ValueRule.Matches.class::isInstance)
                .map(matches -> ((ValueRule.Matches) matches).pattern())
                .findFirst()
                .orElse(null);
    }
}
