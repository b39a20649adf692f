package io.tagcompliance.core.check;

import io.tagcompliance.core.history.ScanPoint;
import io.tagcompliance.core.resource.ScanId;
import io.tagcompliance.core.spi.ScanHistory;
import io.tagcompliance.core.spi.ScanHistory.SnapshotName;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A scan whose resources were kept, so that others can be compared with it. */
public record KeptScan(SnapshotName name, Reading reading) {
    /** Whether it read its whole scope. */
    public enum Reading {
        COMPLETE,
        /** Part of it is unknown, so that it is a baseline for those only who ask for it by its name. */
        PARTIAL;

        /** The name in answers. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Those of a scope from that time on, the oldest first. */
    public static List<KeptScan> of(ScanHistory history, String scope, Instant from) {
        return of(history.snapshots(scope, from), history.points(scope, from));
    }

    /** The same by their figures. Where those of one are gone nobody knows what it read, so it counts as partial. */
    public static List<KeptScan> of(List<SnapshotName> names, List<ScanPoint> points) {
        Set<ScanId> complete = points.stream()
                .filter(ScanPoint::isComplete)
                .map(ScanPoint::scan)
                .collect(Collectors.toUnmodifiableSet());
        return names.stream()
                .map(name -> new KeptScan(name, complete.contains(name.scan()) ? Reading.COMPLETE : Reading.PARTIAL))
                .toList();
    }

    /** Whether it read its whole scope. */
    public boolean isComplete() {
        return reading == Reading.COMPLETE;
    }
}
