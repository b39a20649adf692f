package io.tagcompliance.core.trend;

import io.tagcompliance.core.history.ScanPoint;
import io.tagcompliance.core.spi.PolicySource.PolicyInForce;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How compliance went.
 *
 * @param entries         one for each interval in which the scope was scanned, the oldest first
 * @param unscanned       the intervals that have no entry, as far back as was asked, from the first day of an interval on, the oldest first
 * @param direction       of the points of the policy in force
 * @param change          of the score from the first to the last of these points; 0 where there are not two
 * @param why             what the change is made of, where two snapshots are kept
 * @param otherPolicies   how many scans were judged by other policies, and are on no line with these
 * @param policy          the policy in force
 */
public record ViolationHistory(
        List<Entry> entries,
        List<Unscanned> unscanned,
        Direction direction,
        double change,
        Why why,
        int otherPolicies,
        PolicyInForce policy) {
    public ViolationHistory {
        entries = List.copyOf(entries);
        unscanned = List.copyOf(unscanned);
    }

    /**
     * One interval.
     *
     * @param start   its first day
     * @param point   its last complete scan by the policy in force; else its last complete one; else its last scan
     * @param onLine  whether the point is to be compared with others
     * @param partial how many scans of it were partial
     */
    public record Entry(LocalDate start, ScanPoint point, Place onLine, int partial) {}

    /**
     * Intervals on end of which nothing is known, since nothing was scanned.
     *
     * @param from      the first day of the first
     * @param until     the day after the last; tomorrow at the latest
     * @param intervals how many they are
     */
    public record Unscanned(LocalDate from, LocalDate until, int intervals) {}

    /** Whether a point stands on the line. */
    public enum Place {
        ON_THE_LINE,
        /** Part of the scope was not read, so that it is a hole in the line. */
        PARTIAL,
        /** Another policy was in force. */
        OTHER_POLICY,
        /** All of it was read, and no rule applied. */
        NO_SCORE
    }

    /** What a change is made of. */
    public sealed interface Why {
        /** It is known. */
        record Known(ScoreChange change, LocalDate from, LocalDate to) implements Why {}

        /** It isn't, for this reason. */
        record Unknown(String reason) implements Why {}
    }

    /** The points on the line. */
    public List<ScanPoint> line() {
        return entries.stream()
                .filter(entry -> entry.onLine() == Place.ON_THE_LINE)
                .map(Entry::point)
                .toList();
    }

    /** The score of the last point on the line. */
    public Optional<Double> lastScore() {
        return line().isEmpty() ? Optional.empty() : line().getLast().score();
    }
}
