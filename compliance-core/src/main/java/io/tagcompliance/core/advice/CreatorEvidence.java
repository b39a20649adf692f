package io.tagcompliance.core.advice;

import io.tagcompliance.core.advice.Calibration.Trial;
import io.tagcompliance.core.advice.EstateKnowledge.OfScan;
import io.tagcompliance.core.advice.Opinion.Heard;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What resources of the same creator tell of keys. It is known of few who made them, and of more with each question: so votes
 * and figures are made when they are asked for, of those alone. Where it is unknown, it is no evidence.
 */
final class CreatorEvidence {
    private final OfScan known;
    private final Creators creators;
    private final Bonds bonds;

    CreatorEvidence(OfScan known) {
        this.known = known;
        this.creators = known.creators();
        this.bonds = known.estate().bonds();
    }

    /** What those of the creator of a row say of a key, were it not there; nothing where nobody knows the creator. */
    List<Heard> heard(KeyKnowledge key, Row row) {
        return hearing(key, row.number())
                .map(hearing -> new Heard(
                        hearing,
                        key.spelled(row.resource(), hearing),
                        calibration(key).measure(hearing, Calibration.NO_FOLD),
                        key.guesses(row)))
                .stream()
                .toList();
    }

    private Optional<Hearing> hearing(KeyKnowledge key, int row) {
        Votes votes = Votes.without(ballot(key, row), Set.of());
        return votes.of() == 0
                ? Optional.empty()
                : Optional.of(new Hearing(EvidenceClass.CREATOR, "", votes, key.text(votes.value()), Optional.empty()));
    }

    /** How many families voted for each value; the row's own has no vote. */
    private Map<Integer, Integer> ballot(KeyKnowledge key, int row) {
        Map<Integer, Integer> ballot = new HashMap<>();
        Set<List<Integer>> voted = new HashSet<>();
        for (int other : creators.knows(row) ? creators.rows() : List.<Integer>of()) {
            boolean votes = creators.of(other) == creators.of(row) && key.has(other) && family(other) != family(row);
            if (votes && voted.add(List.of(family(other), key.value(other)))) {
                ballot.merge(key.value(other), 1, Integer::sum);
            }
        }
        return ballot;
    }

    private int family(int row) {
        return bonds.groupOf(row, EvidenceClass.CREATOR.leftOut());
    }

    /** Each resource of which the creator and the value are known is asked about as if it had none. */
    private Calibration calibration(KeyKnowledge key) {
        Calibration.Notes notes = new Calibration.Notes();
        for (int number : creators.rows()) {
            Row row = Row.of(known.estate().columns(), number);
            Optional<Hearing> hearing = key.has(number) ? hearing(key, number) : Optional.<Hearing>empty();
            hearing.filter(one -> one.obstacle().isEmpty())
                    .ifPresent(one -> key.spelled(row.resource(), one)
                            .ifPresent(said -> notes.add(
                                    one, family(number), Trial.of(said, key.guesses(row), key.valueOf(number)))));
        }
        return notes.calibration();
    }

    /** All votes of the same creator for values that the policy allows there. */
    Map<String, Integer> counts(KeyKnowledge key, Row row) {
        return key.spelled(row.resource(), ballot(key, row.number()));
    }
}
