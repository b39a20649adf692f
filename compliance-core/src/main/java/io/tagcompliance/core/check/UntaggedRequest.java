package io.tagcompliance.core.check;

import io.tagcompliance.core.scan.Freshness;
import io.tagcompliance.policy.TagKey;
import java.math.BigDecimal;
import java.util.Set;

/**
 * A question of {@link FindUntaggedResources}.
 *
 * @param filter    which resources
 * @param missing   what they lack
 * @param freshness whether a remembered scan will do
 * @param leastCost resources that cost less a month are not listed
 */
public record UntaggedRequest(ResourceFilter filter, Missing missing, Freshness freshness, BigDecimal leastCost) {
    /** One that lists what costs nothing, too. */
    public UntaggedRequest(ResourceFilter filter, Missing missing, Freshness freshness) {
        this(filter, missing, freshness, BigDecimal.ZERO);
    }

    /** What an untagged resource lacks. */
    public sealed interface Missing {
        /** It has no tags at all; those that AWS itself writes don't count. */
        record AllTags() implements Missing {}

        /** It lacks at least one key that the policy requires of it. */
        record AnyRequired() implements Missing {}

        /** It lacks at least one of these keys, whatever the policy requires. */
        record AnyOf(Set<TagKey> keys) implements Missing {
            public AnyOf {
                keys = Set.copyOf(keys);
            }
        }
    }
}
