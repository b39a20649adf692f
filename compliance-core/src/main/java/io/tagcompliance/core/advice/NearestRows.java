package io.tagcompliance.core.advice;

import io.tagcompliance.core.advice.EstateKnowledge.OfScan;
import io.tagcompliance.core.advice.EvidenceClass.LeftOut;
import io.tagcompliance.core.resource.Ints;
import io.tagcompliance.core.resource.ResourceColumns;
import io.tagcompliance.policy.TagKey;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Finds what was made near some resources, in their accounts. The estate is gone through once for all of them, and an account
 * once for each; only as many are put in order as are wanted.
 */
final class NearestRows {
    private static final Ints NO_ROWS = new Ints();

    private final OfScan known;
    private final ResourceColumns columns;
    private final Bonds bonds;
    private final Map<Integer, Ints> rowsOfAccounts = new HashMap<>();

    /** @param rows those of which the neighbours are looked for */
    NearestRows(OfScan known, Collection<Integer> rows) {
        this.known = known;
        this.columns = known.estate().columns();
        this.bonds = known.estate().bonds();
        rows.forEach(row -> rowsOfAccounts.computeIfAbsent(account(row), first -> new Ints()));
        for (int row = 0; row < columns.size() && !rowsOfAccounts.isEmpty(); row++) {
            Ints ofAccount = rowsOfAccounts.get(account(row));
            if (ofAccount != null) {
                ofAccount.add(row);
            }
        }
    }

    private int account(int row) {
        return bonds.groupOf(row, LeftOut.ITS_ACCOUNT);
    }

    private int family(int row) {
        return bonds.groupOf(row, EvidenceClass.CREATOR.leftOut());
    }

    /** Rows, of which only those in front will be put in order. */
    record Unsorted(Collection<Integer> rows, Comparator<Integer> order) {
        /** So many of them, in order. */
        List<Integer> first(int most) {
            PriorityQueue<Integer> best = new PriorityQueue<>(order.reversed());
            for (Integer row : rows) {
                best.add(row);
                if (best.size() > most) {
                    best.remove();
                }
            }
            return best.stream().sorted(order).toList();
        }
    }

    /**
     * What may vote on one of those keys and was not looked up: one resource of each other family of the account. Those first
     * that were made about the same time, since people make things together and logs forget what is old; those last of which
     * nobody knows when, and behind all others those whose creator could not be read.
     *
     * @param taken rows that have a vote already
     */
    Unsorted to(int row, List<TagKey> keys, Set<Integer> taken) {
        List<KeyKnowledge> about = keys.stream().map(known::about).toList();
        Comparator<Integer> nearestFirst = Comparator.<Integer>comparingLong(other -> distance(row, other))
                .thenComparing(Comparator.naturalOrder());
        Ints ofAccount = rowsOfAccounts.getOrDefault(account(row), NO_ROWS);
        Map<Integer, Integer> oneOfEach = new HashMap<>();
        for (int index = 0; index < ofAccount.size(); index++) {
            int other = ofAccount.at(index);
            if (about.stream().anyMatch(key -> key.has(other))) {
                oneOfEach.merge(family(other), other, (best, one) -> nearestFirst.compare(one, best) < 0 ? one : best);
            }
        }
        oneOfEach.remove(family(row));
        oneOfEach.values().removeIf(other -> known.creators().isLookedUp(other) || taken.contains(other));
        return new Unsorted(
                oneOfEach.values(),
                Comparator.comparing(known.creators()::wasUnreadable).thenComparing(nearestFirst));
    }

    /** In seconds, where both times are known; to now, as good as, where only the other's is. */
    private long distance(int row, int other) {
        long made = columns.createdAt(row);
        long otherMade = columns.createdAt(other);
        if (otherMade == Long.MIN_VALUE) {
            return Long.MAX_VALUE;
        }
        return made == Long.MIN_VALUE ? -otherMade : Math.abs(made - otherMade);
    }
}
