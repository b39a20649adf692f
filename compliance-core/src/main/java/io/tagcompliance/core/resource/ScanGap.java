package io.tagcompliance.core.resource;

import java.util.Locale;

/**
 * A part of the scope that could not be read, or not to its end.
 *
 * @param extent  the widest thing that failed
 * @param failure why
 * @param kept    whether some of it was read before it failed; what was read is kept and counted
 */
public record ScanGap(Extent extent, ReadFailure failure, Kept kept) {

    /** How much of a failed part was read. */
    public enum Kept {
        NOTHING,
        SOME;

        /** The name in answers: {@code nothing}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
