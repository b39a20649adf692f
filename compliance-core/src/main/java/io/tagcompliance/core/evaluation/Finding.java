package io.tagcompliance.core.evaluation;

import java.util.function.Function;

/**
 * A violation as it is on all resources with the same keys: the whole of it but for the value under one key that it shows.
 *
 * @param position  of that key; {@link #NONE} where it shows no value
 * @param violation makes it of that value
 */
record Finding(int position, Function<String, Violation> violation) {
    static final int NONE = -1;

    /** What was found in {@linkplain KeyPositions#asTags tags whose values are the positions of their keys}. */
    static Finding of(Violation found) {
        return switch (found) {
            case Violation.MissingTag missing -> new Finding(NONE, none -> missing);
            case Violation.WrongKeyCase wrong ->
                at(wrong.value(), value -> new Violation.WrongKeyCase(wrong.demand(), wrong.foundKey(), value));
            case Violation.KnownAlias alias ->
                at(alias.value(), value -> new Violation.KnownAlias(alias.demand(), alias.foundKey(), value));
            case Violation.ConditionNotMet unmet -> of(unmet);
            case Violation.ProhibitedKey key ->
                at(key.value(), value -> new Violation.ProhibitedKey(key.demand(), key.tag(), value));
            case Violation.NamingBreach breach ->
                at(
                        breach.value(),
                        value -> new Violation.NamingBreach(breach.rule(), breach.severity(), breach.tag(), value));
            case Violation.LimitExceeded limit ->
                at(
                        limit.value(),
                        value -> new Violation.LimitExceeded(
                                limit.rule(), limit.severity(), limit.tag(), value, limit.limit()));
            case Violation.InvalidValue value -> throw ofValue(value);
            case Violation.InvalidFormat value -> throw ofValue(value);
        };
    }

    private static Finding of(Violation.ConditionNotMet unmet) {
        return switch (unmet.found()) {
            case FoundKey.Missing missing -> new Finding(NONE, none -> unmet);
            case FoundKey.Exact exact -> at(exact.value(), value -> with(unmet, new FoundKey.Exact(value)));
            case FoundKey.Variant variant ->
                at(variant.value(), value -> with(unmet, new FoundKey.Variant(variant.key(), value)));
        };
    }

    private static Violation with(Violation.ConditionNotMet unmet, FoundKey found) {
        return new Violation.ConditionNotMet(unmet.demand(), unmet.key(), found);
    }

    private static Finding at(String position, Function<String, Violation> violation) {
        return new Finding(Integer.parseInt(position), violation);
    }

    private static IllegalArgumentException ofValue(Violation found) {
        return new IllegalArgumentException("keys alone don't break a rule about values: " + found);
    }

    /** Whether it shows a value. */
    boolean showsValue() {
        return position != NONE;
    }

    /** The violation of tags that have this value there; any will do where none is shown. */
    Violation in(String value) {
        return violation.apply(value);
    }
}
