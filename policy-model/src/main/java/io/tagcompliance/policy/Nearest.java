package io.tagcompliance.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds, among the names that are allowed, the one that a mistaken name most likely meant. */
public final class Nearest {
    private static final int LONGEST_COMPARED = 100;

    private Nearest() {}

    /** The nearest candidate; empty where none is near enough to be a help. Case is no distance. */
    public static Optional<String> to(String mistaken, Collection<String> candidates) {
        if (mistaken.isBlank() || mistaken.length() > LONGEST_COMPARED) {
            return Optional.empty();
        }
        String folded = mistaken.strip().toLowerCase(Locale.ROOT);
        return candidates.stream()
                .map(candidate -> new Ranked(candidate, distance(folded, candidate.toLowerCase(Locale.ROOT))))
                .filter(ranked -> ranked.isNear(folded))
                .min(Comparator.comparingInt(Ranked::distance))
                .map(Ranked::name);
    }

    private record Ranked(String name, int distance) {
        boolean isNear(String folded) {
            boolean abbreviated =
                    folded.length() >= 3 && name.toLowerCase(Locale.ROOT).startsWith(folded);
            boolean nothingInCommon = distance >= Math.max(folded.length(), name.length());
            return abbreviated
                    || (!nothingInCommon && distance <= Math.max(1, Math.max(folded.length(), name.length()) / 3));
        }
    }

    /** The Levenshtein distance, by rows. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= from.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= to.length(); column++) {
                int substituted = diagonal + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(substituted, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[to.length()];
    }
}
