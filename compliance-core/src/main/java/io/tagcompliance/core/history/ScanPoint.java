package io.tagcompliance.core.history;

import io.tagcompliance.core.cost.Money;
import io.tagcompliance.core.resource.ScanId;
import java.time.Instant;
import java.util.Optional;

/**
 * The figures of one scan.
 *
 * @param gaps           how many parts of the scope could not be read; a scan with any is never on a line
 * @param attributionGap what nobody answered for, on the bill that was the last closed one then
 */
public record ScanPoint(
        ScanId scan, Instant takenAt, Line line, int gaps, PointCounts counts, AttributionGap attributionGap) {

    /** Whether the whole scope was read, so that figures of other scans can be compared with these. */
    public boolean isComplete() {
        return gaps == 0 && counts.notEvaluated() == 0;
    }

    /** The share that is compliant, 0 to 1; none where part of the scope wasn't read, or no rule applied. */
    public Optional<Double> score() {
        return isComplete() && counts.applicable() > 0
                ? Optional.of((double) counts.compliant() / counts.applicable())
                : Optional.empty();
    }

    /** How many resources there were of each verdict. */
    public record PointCounts(int total, int applicable, int compliant, int notEvaluated, int violations) {}

    /** What nobody answered for. */
    public sealed interface AttributionGap {
        /** So much. */
        record Known(Money money) implements AttributionGap {}

        /** No bill was read. */
        record Unknown() implements AttributionGap {}
    }
}
