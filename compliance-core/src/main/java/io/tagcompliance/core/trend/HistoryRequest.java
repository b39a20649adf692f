package io.tagcompliance.core.trend;

import io.tagcompliance.core.check.ResourceFilter;

/**
 * A question of {@link ShowViolationHistory}.
 *
 * @param filter   the part of the estate; only checks of exactly that part are looked at
 * @param daysBack how far it goes back, at least 1
 */
public record HistoryRequest(ResourceFilter filter, int daysBack, Interval interval) {
    /** @throws IllegalArgumentException where it doesn't go back */
    public HistoryRequest {
        if (daysBack < 1) {
            throw new IllegalArgumentException("a history goes back a day at least");
        }
    }
}
