package io.tagcompliance.server.tool.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tagcompliance.server.tool.answer.Provenance.GapRow;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code detect_tag_drift}. Totals are of the whole set, never of the page.
 *
 * @param baseline  the older scan; null where none is kept
 * @param incidents one and the same change on many resources, the largest first
 * @param keptScans what can be asked for as the baseline, the newest ten
 * @param unknown   what one of the two scans could not read; the first ten
 */
public record DriftAnswer(
        @Nullable Integer totalDrifts,
        @Nullable Integer comparedResources,
        List<DriftRow> driftDetected,
        @Nullable String nextCursor,
        List<IncidentRow> incidents,
        @JsonInclude(Include.NON_NULL) @Nullable BaselineRow baseline,
        List<BaselineRow> keptScans,
        @Nullable Integer unknownTotal,
        List<GapRow> unknown,
        Map<String, String> nullReasons,
        @JsonUnwrapped Provenance provenance) {

    /**
     * One tag that is not as it was.
     *
     * @param changedAt null where no log still knows
     */
    public record DriftRow(
            String resourceArn,
            String resourceType,
            String tag,
            String change,
            @Nullable String oldValue,
            @Nullable String newValue,
            @JsonInclude(Include.NON_NULL) @Nullable Boolean escaped,
            @Nullable String changedAt,
            @Nullable String changedBy,
            String severity) {}

    /**
     * The same change on many resources.
     *
     * @param changedBy who made it, by all that answered; null where none did, or they name several
     * @param actors    {@code same}, {@code differ} or {@code unknown}, by those that answered
     * @param answered  of how many a log says who it was
     * @param lookedUp  of how many a log was read; of the others nothing is claimed
     */
    public record IncidentRow(
            String tag,
            String change,
            int resources,
            @Nullable String changedBy,
            String actors,
            int answered,
            int lookedUp) {}

    /**
     * A kept scan, from which drift can be measured.
     *
     * @param coverage {@code complete} or {@code partial}
     */
    public record BaselineRow(String scanId, String date, String coverage) {}
}
