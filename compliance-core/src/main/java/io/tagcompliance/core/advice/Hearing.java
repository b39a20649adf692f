package io.tagcompliance.core.advice;

import io.tagcompliance.core.advice.Abstention.Why;
import java.util.Comparator;
import java.util.Optional;

/**
 * What one kind of evidence says of a key of a resource.
 *
 * @param by     what binds the voters to the resource
 * @param votes  by the bond of that kind that says most
 * @param value  which got the most votes
 * @param ballot where the votes lie; empty where nobody voted but a parent, or those of the same creator
 */
record Hearing(EvidenceClass kind, String by, Votes votes, String value, Optional<Bond> ballot) {
    /** The bond first that says more; of two that say as much, always the same. */
    static final Comparator<Hearing> SAYS_LESS = Comparator.<Hearing>comparingInt(
                    one -> one.obstacle().isEmpty() ? 1 : 0)
            .thenComparingDouble(one -> one.votes().agreement())
            .thenComparingInt(one -> one.votes().count())
            .thenComparing(one -> one.ballot().map(bond -> bond.tie().name()).orElse(""));

    /** Why these votes are no evidence, whatever they are for. */
    Optional<Why> obstacle() {
        if (votes.of() < kind.leastVotes()) {
            return Optional.of(Why.TOO_FEW_VOTES);
        }
        return votes.decide() ? Optional.empty() : Optional.of(Why.SPLIT);
    }
}
