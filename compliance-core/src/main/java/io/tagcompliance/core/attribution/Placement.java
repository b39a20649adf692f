package io.tagcompliance.core.attribution;

import io.tagcompliance.policy.RuleId;
import io.tagcompliance.policy.TagKey;
import java.util.List;

/** Where a charge goes, and why. */
sealed interface Placement {
    CostBucket bucket();

    /** Somebody answers for it through its own tags. */
    record Direct() implements Placement {
        @Override
        public CostBucket bucket() {
            return CostBucket.DIRECT;
        }
    }

    /** Somebody answers for it through a parent. */
    record Inherited(RuleId rule) implements Placement {
        @Override
        public CostBucket bucket() {
            return CostBucket.INHERITED;
        }
    }

    /**
     * Nobody answers for it, though it is usage.
     *
     * @param bucket  by what could be tagged
     * @param lacking the keys that aren't right
     */
    record Unattributed(CostBucket bucket, Defect defect, List<TagKey> lacking) implements Placement {}
}
