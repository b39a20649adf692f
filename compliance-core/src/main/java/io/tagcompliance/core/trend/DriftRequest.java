package io.tagcompliance.core.trend;

import io.tagcompliance.core.check.ResourceFilter;
import io.tagcompliance.core.scan.Freshness;
import io.tagcompliance.policy.TagKey;
import java.util.Set;

/**
 * A question of {@link DetectTagDrift}.
 *
 * @param lookbackDays how old the baseline may be, at least 1: the oldest one within that time is taken
 * @param keys         in any case; empty = every key but those of the clouds themselves
 * @param flood        from how many resources on one and the same change is one incident, at least 2
 */
public record DriftRequest(ResourceFilter filter, int lookbackDays, Set<TagKey> keys, int flood, Freshness freshness) {
    public DriftRequest {
        keys = Set.copyOf(keys);
        if (lookbackDays < 1 || flood < 2) {
            throw new IllegalArgumentException(
                    "a baseline is a day old at most or older, and a flood has two at least");
        }
    }
}
