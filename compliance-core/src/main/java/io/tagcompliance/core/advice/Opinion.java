package io.tagcompliance.core.advice;

import io.tagcompliance.core.advice.Abstention.Why;
import io.tagcompliance.core.advice.Calibration.Measure;
import io.tagcompliance.core.advice.CommonestValues.Guesses;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the evidence for one key of one resource comes to. */
sealed interface Opinion {
    /** Under this lower bound of its precision, evidence is not worth a person's time: a coin would do as well. */
    double LEAST_CONFIDENCE = 0.5;

    /**
     * A kind of evidence that was heard.
     *
     * @param value   as the policy spells it; empty where it isn't allowed there
     * @param measure how often such evidence was right, and the simplest ways where it was tried
     * @param guesses what the simplest ways name
     */
    record Heard(Hearing hearing, Optional<String> value, Measure measure, Guesses guesses) {
        private static final Comparator<Heard> SUREST_FIRST = Comparator.<Heard>comparingDouble(
                        one -> -one.precision().lowerBound())
                .thenComparing(one -> one.hearing().kind())
                .thenComparing(one -> one.hearing().by());

        private Optional<Why> obstacle() {
            Optional<Why> unclear = hearing.obstacle();
            if (unclear.isPresent()) {
                return unclear;
            }
            if (value.isEmpty()) {
                return Optional.of(Why.NOT_ALLOWED);
            }
            boolean sure = precision().lowerBound() >= LEAST_CONFIDENCE;
            return sure && measure.outdoes(guesses, value.get()) ? Optional.empty() : Optional.of(Why.NOT_SURE_ENOUGH);
        }

        Precision precision() {
            return measure.precision();
        }
    }

    /**
     * There is a value to suggest.
     *
     * @param evidence all that names it and may be relied on, the surest first
     * @param others   what names other values and is less sure, the surest first
     */
    record Value(String value, List<Heard> evidence, List<Heard> others) implements Opinion {}

    /** There is none. */
    record None(Why why) implements Opinion {}

    /**
     * The surest evidence decides, unless other evidence names another value and was right as often as this one is known to
     * be: then nobody can tell which of the two is surer.
     */
    static Opinion of(List<Heard> heard) {
        List<Heard> reliable = heard.stream()
                .filter(one -> one.obstacle().isEmpty())
                .sorted(Heard.SUREST_FIRST)
                .toList();
        if (reliable.isEmpty()) {
            return new None(heard.stream()
                    .flatMap(one -> one.obstacle().stream())
                    .max(Comparator.naturalOrder())
                    .orElse(Why.NO_EVIDENCE));
        }
        Heard surest = reliable.getFirst();
        String value = surest.value().orElseThrow();
        List<Heard> others = heard.stream()
                .filter(one -> one.hearing().obstacle().isEmpty())
                .filter(one -> one.value().filter(other -> !other.equals(value)).isPresent())
                .sorted(Heard.SUREST_FIRST)
                .toList();
        boolean contradicted = reliable.stream()
                .filter(others::contains)
                .anyMatch(one -> one.precision().share() >= surest.precision().lowerBound());
        return contradicted
                ? new None(Why.CONTRADICTED)
                : new Value(
                        value,
                        reliable.stream().filter(one -> !others.contains(one)).toList(),
                        others);
    }
}
