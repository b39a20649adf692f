package io.tagcompliance.core.trend;

import io.tagcompliance.core.check.ResourceFilter;
import io.tagcompliance.core.resource.ScanId;
import io.tagcompliance.core.scan.Freshness;
import io.tagcompliance.policy.TagKey;
import java.util.Set;

/**
 * A question of {@link DetectTagDrift}.
 *
 * @param keys  in any case; empty = every key but those of the clouds themselves
 * @param flood from how many resources on one and the same change is one incident, at least 2
 */
public record DriftRequest(ResourceFilter filter, Baseline baseline, Set<TagKey> keys, int flood, Freshness freshness) {
    public DriftRequest {
        keys = Set.copyOf(keys);
        if (flood < 2) {
            throw new IllegalArgumentException("a flood has two at least");
        }
    }

    /** What the estate is compared with. */
    public sealed interface Baseline {
        /**
         * The oldest complete scan that was kept within that time.
         *
         * @param days at least 1
         */
        record OldestWithin(int days) implements Baseline {
            public OldestWithin {
                if (days < 1) {
                    throw new IllegalArgumentException("a baseline is a day old at most or older");
                }
            }
        }

        /** That kept scan, whether it read everything or not. */
        record Named(ScanId scan) implements Baseline {}
    }
}
