package io.tagcompliance.server.tool.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.tagcompliance.server.tool.answer.Provenance.PolicyRef;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code get_violation_history}.
 *
 * @param intervalsWithoutScan how many of the period have no row, since nothing was scanned
 * @param withoutScan       which these are, the newest first; the last ten runs
 * @param trend             {@code improving}, {@code declining}, {@code stable} or {@code not_enough_data}
 * @param improvementRate   change of the score from the first to the last comparable scan; null where there are not two
 * @param change            what the change between two scans whose resources were kept is made of
 * @param comparable        whether every interval stands on the line
 * @param otherPolicyScans  scans that were judged by another policy
 */
public record HistoryAnswer(
        List<HistoryRow> history,
        int intervals,
        int intervalsWithoutScan,
        List<UnscannedRow> withoutScan,
        @Nullable String nextCursor,
        String trend,
        @Nullable Double improvementRate,
        @JsonInclude(Include.NON_NULL) @Nullable ChangeRow change,
        boolean comparable,
        int otherPolicyScans,
        Map<String, String> nullReasons,
        PolicyRef policy) {

    /**
     * One day, week or month with a scan, told by its last complete one.
     *
     * @param date            its first day
     * @param complianceScore null where it stands not on the line
     * @param status          {@code on_the_line}, {@code partial}, {@code other_policy} or {@code no_score}
     * @param partialScans    scans that could not read everything
     */
    public record HistoryRow(
            String date,
            @Nullable Double complianceScore,
            String status,
            int violations,
            int totalResources,
            @Nullable BigDecimal costAttributionGap,
            @JsonInclude(Include.NON_NULL) @Nullable String currency,
            String scannedAt,
            int partialScans) {}

    /**
     * Intervals on end without a scan.
     *
     * @param from the first day
     * @param to   the last day
     */
    public record UnscannedRow(String from, String to, int intervals) {}

    /** Three parts of a change of the score, which add up to it. */
    public record ChangeRow(
            String from,
            String to,
            double tagsChanged,
            double resourcesCameAndWent,
            double policyChanged,
            double total) {}
}
