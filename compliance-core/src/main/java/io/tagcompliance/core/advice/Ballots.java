package io.tagcompliance.core.advice;

import io.tagcompliance.core.advice.EvidenceClass.LeftOut;
import io.tagcompliance.core.resource.ResourceColumns;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The votes for the values of one key, bond by bond. A group has one vote for each value that some of it have. */
final class Ballots {
    private final Bonds bonds;
    private final int[] values;
    private final Map<Integer, Map<Integer, Integer>> byBond = new HashMap<>();

    /** What groups of several voted for. */
    private final Map<Long, Set<Integer>> byGroup = new HashMap<>();

    /** @param values the number of each row's value; negative where it has none that counts */
    Ballots(Bonds bonds, int[] values, ResourceColumns columns) {
        this.bonds = bonds;
        this.values = values;
        bonds.forEachVoter(row -> {
            if (values[row] >= 0) {
                bonds.of(Row.of(columns, row)).forEach(bond -> vote(row, bond));
            }
        });
    }

    private void vote(int row, Bond bond) {
        LeftOut leftOut = bond.kind().leftOut();
        boolean counts = bond.kind() == EvidenceClass.HARD_LINK || bonds.isVoter(row);
        if (counts && (bonds.isAlone(row, leftOut) || ofGroup(row, bond).add(values[row]))) {
            byBond.computeIfAbsent(bond.number(), absent -> new HashMap<>()).merge(values[row], 1, Integer::sum);
        }
    }

    private Set<Integer> ofGroup(int row, Bond bond) {
        return byGroup.computeIfAbsent(group(row, bond), absent -> new HashSet<>());
    }

    private long group(int row, Bond bond) {
        return (long) bond.number() << Integer.SIZE
                | bonds.groupOf(row, bond.kind().leftOut());
    }

    /** The votes by a bond without those of the row's own group. */
    Votes of(int row, Bond bond) {
        Map<Integer, Integer> ballot = byBond.get(bond.number());
        return ballot == null ? Votes.NONE : Votes.without(ballot, ownVotes(row, bond));
    }

    /** The same votes, all of them. */
    Map<Integer, Integer> counts(int row, Bond bond) {
        return Votes.counts(byBond.getOrDefault(bond.number(), Map.of()), ownVotes(row, bond));
    }

    private Set<Integer> ownVotes(int row, Bond bond) {
        if (!bonds.isAlone(row, bond.kind().leftOut())) {
            return byGroup.getOrDefault(group(row, bond), Set.of());
        }
        boolean voted = values[row] >= 0 && (bond.kind() == EvidenceClass.HARD_LINK || bonds.isVoter(row));
        return voted ? Set.of(values[row]) : Set.of();
    }
}
