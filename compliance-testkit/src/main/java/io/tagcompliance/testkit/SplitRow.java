package io.tagcompliance.testkit;

import java.util.List;

/**
 * A row of a bill whose cost was split among what shares a resource. Some bills hold the whole and its parts side by side;
 * only one of these counts.
 *
 * @param parts which cost together what the whole does
 */
public record SplitRow(ChargeRow whole, List<ChargeRow> parts) {
    /** Copies the parts. */
    public SplitRow {
        parts = List.copyOf(parts);
    }
}
