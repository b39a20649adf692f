package io.tagcompliance.core.check;

import io.tagcompliance.core.resource.Census;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.RegionsRead;
import io.tagcompliance.core.resource.ScanGap;
import java.util.List;
import java.util.Map;

/**
 * What of the scope was read.
 *
 * @param gaps        the parts that were not, each as wide as what failed
 * @param unknownTags how many resources could not be judged for want of tags, by the reason: of their own tags, or those of a
 *                    parent that may have a key which they lack
 * @param censuses    how it was found out what there is, and what these ways can't know
 * @param regions     which regions were read, by account
 */
public record Coverage(
        List<ScanGap> gaps, Map<ReadFailure, Integer> unknownTags, List<Census> censuses, List<RegionsRead> regions) {
    public Coverage {
        censuses = List.copyOf(censuses);
        gaps = List.copyOf(gaps);
        unknownTags = Map.copyOf(unknownTags);
        regions = List.copyOf(regions);
    }

    /** Whether everything was read. */
    public boolean isComplete() {
        return gaps.isEmpty() && unknownTags.isEmpty();
    }
}
