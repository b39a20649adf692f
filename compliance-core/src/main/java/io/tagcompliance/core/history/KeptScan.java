package io.tagcompliance.core.history;

import io.tagcompliance.core.resource.ScanId;
import java.time.Instant;
import java.util.Locale;

/** Names a scan whose resources were kept, so that others can be compared with it. */
public record KeptScan(ScanId scan, Instant takenAt, Reading reading) {
    /** Whether it read its whole scope, whatever a policy wants of it. */
    public enum Reading {
        COMPLETE,
        /** Part of it is unknown, so that it is a baseline for those only who ask for it by its name. */
        PARTIAL;

        /** The name in answers. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it read its whole scope. */
    public boolean isComplete() {
        return reading == Reading.COMPLETE;
    }
}
