package io.tagcompliance.core.history;

import io.tagcompliance.core.history.KeptScan.Reading;
import io.tagcompliance.core.resource.ResourceColumns;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.resource.ScanId;
import java.time.Instant;
import java.util.List;

/**
 * What a scan found, kept to be compared with later ones.
 *
 * @param gaps what it could not read
 */
public record Snapshot(ScanId scan, Instant takenAt, ResourceColumns resources, List<ScanGap> gaps) {
    public Snapshot {
        gaps = List.copyOf(gaps);
    }

    /** Its name, which says whether the tags of everything were read: those of resources without a rule too. */
    public KeptScan name() {
        boolean complete = gaps.isEmpty() && resources.knowsAllTags();
        return new KeptScan(scan, takenAt, complete ? Reading.COMPLETE : Reading.PARTIAL);
    }
}
