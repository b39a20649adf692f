package io.tagcompliance.core.history;

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
}
