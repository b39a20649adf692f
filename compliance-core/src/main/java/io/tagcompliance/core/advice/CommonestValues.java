package io.tagcompliance.core.advice;

import io.tagcompliance.core.resource.Resource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The two simplest ways to guess the value of a key: the one that most of the estate has, and the one that most of the account
 * has. Evidence that is right less often than these is not worth saying. Immutable when made.
 */
final class CommonestValues {
    private final Leaders ofEstate;
    private final Map<String, Leaders> byAccount = new HashMap<>();

    private CommonestValues(Map<String, Integer> ofEstate, Map<String, Map<String, Integer>> byAccount) {
        this.ofEstate = Leaders.of(ofEstate);
        byAccount.forEach((account, counts) -> this.byAccount.put(account, Leaders.of(counts)));
    }

    /** What the two ways name; the empty text where they know nothing. */
    record Guesses(String ofEstate, String ofAccount) {
        boolean estateIs(String value) {
            return ofEstate.equals(value);
        }

        boolean accountIs(String value) {
            return ofAccount.equals(value);
        }
    }

    /** Counts values. Confined to one thread. */
    static final class Counting {
        private final Map<String, Integer> ofEstate = new HashMap<>();
        private final Map<String, Map<String, Integer>> byAccount = new HashMap<>();

        /** Counts the value of one more resource. */
        void add(Resource resource, String value) {
            ofEstate.merge(value, 1, Integer::sum);
            byAccount
                    .computeIfAbsent(Tie.place(resource), absent -> new HashMap<>())
                    .merge(value, 1, Integer::sum);
        }

        CommonestValues values() {
            return new CommonestValues(ofEstate, byAccount);
        }
    }

    /** How many have a value. */
    private record Count(String value, int resources) {
        private boolean isBefore(Count other) {
            return resources > other.resources || (resources == other.resources && value.compareTo(other.value) < 0);
        }

        private Count without(String own) {
            return value.equals(own) ? new Count(value, resources - 1) : this;
        }
    }

    /** The two commonest values: when one vote is taken away, the commonest is still one of them. */
    private record Leaders(Optional<Count> first, Optional<Count> second) {
        private static final Leaders NONE = new Leaders(Optional.empty(), Optional.empty());

        static Leaders of(Map<String, Integer> counts) {
            Leaders leaders = NONE;
            for (Map.Entry<String, Integer> count : counts.entrySet()) {
                leaders = leaders.with(new Count(count.getKey(), count.getValue()));
            }
            return leaders;
        }

        private Leaders with(Count count) {
            if (first.isEmpty() || count.isBefore(first.get())) {
                return new Leaders(Optional.of(count), first);
            }
            return second.isEmpty() || count.isBefore(second.get()) ? new Leaders(first, Optional.of(count)) : this;
        }

        /** The commonest value without one vote for that one; the empty text where none is left. */
        String without(String own) {
            Optional<Count> one = first.map(count -> count.without(own));
            Optional<Count> other = second.map(count -> count.without(own));
            boolean swapped =
                    one.isPresent() && other.isPresent() && other.get().isBefore(one.get());
            return (swapped ? other : one)
                    .filter(count -> count.resources() > 0)
                    .map(Count::value)
                    .orElse("");
        }
    }

    /**
     * What the two ways guess for a resource.
     *
     * @param own the value that it was counted with, which has one vote less; empty where it wasn't
     */
    Guesses guesses(Resource resource, String own) {
        return new Guesses(
                ofEstate.without(own),
                byAccount.getOrDefault(Tie.place(resource), Leaders.NONE).without(own));
    }
}
