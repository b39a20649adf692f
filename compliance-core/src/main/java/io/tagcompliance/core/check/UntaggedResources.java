package io.tagcompliance.core.check;

import io.tagcompliance.core.cost.MonthlyCost;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.policy.TagKey;
import java.util.List;

/**
 * Resources that lack tags.
 *
 * @param facts     what the answer rests on
 * @param untagged  the dearest first, then by id; each is made anew when it is asked for, so look at those that are shown
 * @param looked    how many resources were looked at
 * @param unknown   how many of these have tags that could not be read: they may be untagged or not
 * @param spend     what those cost together that were found
 */
public record UntaggedResources(ScanFacts facts, List<Untagged> untagged, int looked, int unknown, CheckSpend spend) {
    public UntaggedResources {
        untagged = RowList.copyOf(untagged);
    }

    /** A resource, and the keys that it lacks: those that the question names, or else that the policy requires of it. */
    public record Untagged(Resource resource, List<TagKey> missing, MonthlyCost cost) {
        public Untagged {
            missing = List.copyOf(missing);
        }
    }
}
