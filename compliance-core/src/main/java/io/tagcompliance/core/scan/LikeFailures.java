package io.tagcompliance.core.scan;

import io.tagcompliance.core.resource.ReadFailure;
import java.util.Comparator;
import java.util.List;

/**
 * Calls that failed in the same way, told as one failure: the first by name stands for all, and its remedy tells how many
 * others there are and how a few of them are called. So nobody believes that what the first one needs were enough.
 */
final class LikeFailures {
    private static final int SHOWN = 10;

    private LikeFailures() {}

    static ReadFailure asOne(List<ReadFailure> alike) {
        List<ReadFailure> failures = alike.stream()
                .sorted(Comparator.comparing(ReadFailure::operation).thenComparing(ReadFailure::remedy))
                .toList();
        ReadFailure first = failures.getFirst();
        List<String> others = failures.stream()
                .map(ReadFailure::operation)
                .filter(operation -> !operation.equals(first.operation()))
                .distinct()
                .toList();
        boolean inSeveralRegions = failures.size() > others.size() + 1;
        if (!others.isEmpty()) {
            return first.with("The same holds for " + calls(others.size())
                    + (inSeveralRegions ? ", in other regions too" : "") + ": " + few(others) + ".");
        }
        return inSeveralRegions ? first.with("The same holds for that call in the other regions.") : first;
    }

    private static String calls(int others) {
        return others == 1 ? "one other call" : others + " other calls";
    }

    private static String few(List<String> operations) {
        String names = String.join(", ", operations.stream().limit(SHOWN).toList());
        return operations.size() > SHOWN ? names + " and " + (operations.size() - SHOWN) + " more" : names;
    }
}
