package io.tagcompliance.core.advice;

import io.tagcompliance.core.resource.Resource;
import java.util.HashMap;
import java.util.Map;

/**
 * The two simplest ways to guess the value of a key: the one that most of the estate has, and the one that most of the account
 * has. Evidence that is right less often than these is not worth saying. Filled, then read.
 */
final class CommonestValues {
    private final Map<String, Integer> ofEstate = new HashMap<>();
    private final Map<String, Map<String, Integer>> byAccount = new HashMap<>();

    /** What the two ways name; the empty text where they know nothing. */
    record Guesses(String ofEstate, String ofAccount) {
        boolean estateIs(String value) {
            return ofEstate.equals(value);
        }

        boolean accountIs(String value) {
            return ofAccount.equals(value);
        }
    }

    /** Counts the value of one more resource. */
    void count(Resource resource, String value) {
        ofEstate.merge(value, 1, Integer::sum);
        byAccount
                .computeIfAbsent(Tie.place(resource), absent -> new HashMap<>())
                .merge(value, 1, Integer::sum);
    }

    /**
     * What the two ways guess for a resource.
     *
     * @param own the value that it was counted with, which has one vote less; empty where it wasn't
     */
    Guesses guesses(Resource resource, String own) {
        return new Guesses(best(ofEstate, own), best(byAccount.getOrDefault(Tie.place(resource), Map.of()), own));
    }

    private static String best(Map<String, Integer> counts, String own) {
        String best = "";
        int most = 0;
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            int votes = count.getValue() - (count.getKey().equals(own) ? 1 : 0);
            if (votes > most) {
                best = count.getKey();
                most = votes;
            }
        }
        return best;
    }
}
