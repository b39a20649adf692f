package io.tagcompliance.core.trend;

import io.tagcompliance.core.check.ScanFacts;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.spi.ScanHistory.SnapshotName;
import java.util.List;

/** What changed that should not have. */
public sealed interface DriftReport {
    /** What the newer side rests on. */
    ScanFacts facts();

    /**
     * Two scans were compared.
     *
     * @param baseline  the older one
     * @param drifts    errors first, then by resource and key
     * @param incidents the same change on many resources, the largest first; their single drifts are listed too
     * @param unknown   what one of the two scans could not read, so that nothing is said about it
     * @param compared  how many resources both scans found with tags
     */
    record Compared(
            ScanFacts facts,
            SnapshotName baseline,
            List<TagDrift> drifts,
            List<Incident> incidents,
            List<ScanGap> unknown,
            int compared)
            implements DriftReport {
        public Compared {
            drifts = List.copyOf(drifts);
            incidents = List.copyOf(incidents);
            unknown = List.copyOf(unknown);
        }
    }

    /** No older scan is kept that could be compared. */
    record NoBaseline(ScanFacts facts) implements DriftReport {}

    /**
     * One and the same change on many resources.
     *
     * @param principal who made it on so many of them that it is an incident by itself; empty where no log says that of anybody
     */
    record Incident(String tag, TagDrift.Kind kind, int resources, String principal) {}
}
