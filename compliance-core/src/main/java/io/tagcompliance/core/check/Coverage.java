package io.tagcompliance.core.check;

import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.ScanGap;
import java.util.List;
import java.util.Map;

/**
 * What of the scope was read.
 *
 * @param gaps        the parts that were not, each as wide as what failed
 * @param unknownTags how many resources have unknown tags, by the reason
 */
public record Coverage(List<ScanGap> gaps, Map<ReadFailure, Integer> unknownTags) {
    public Coverage {
        gaps = List.copyOf(gaps);
        unknownTags = Map.copyOf(unknownTags);
    }

    /** Whether everything was read. */
    public boolean isComplete() {
        return gaps.isEmpty() && unknownTags.isEmpty();
    }
}
