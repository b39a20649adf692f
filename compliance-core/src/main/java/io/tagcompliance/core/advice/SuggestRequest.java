package io.tagcompliance.core.advice;

import io.tagcompliance.core.scan.Freshness;
import io.tagcompliance.policy.TagKey;
import java.util.List;
import java.util.Set;

/**
 * What to suggest tags for.
 *
 * @param resources     full identifiers, 1 to {@link #MOST}, as they were given
 * @param keys          which keys; empty = those that the policy requires of each resource, always or by a condition that it fulfils, and
 *                      that it lacks or has wrong
 * @param protectedKeys keys for which nothing is ever suggested, in any case. None by default, since a policy has no place
 *                      for them yet; keys of the cloud itself are never suggested, whatever stands here
 * @param freshness     whether a remembered scan will do
 */
public record SuggestRequest(
        List<String> resources, List<TagKey> keys, Set<TagKey> protectedKeys, Freshness freshness) {
    /** The most resources of one request. */
    public static final int MOST = 100;

    /** @throws IllegalArgumentException where there is no resource, or more than {@link #MOST} */
    public SuggestRequest {
        resources = List.copyOf(resources);
        keys = List.copyOf(keys);
        protectedKeys = Set.copyOf(protectedKeys);
        if (resources.isEmpty() || resources.size() > MOST) {
            throw new IllegalArgumentException("1 to " + MOST + " resources at a time");
        }
    }

    /** One with no key protected, for which a remembered scan will do. */
    public static SuggestRequest of(List<String> resources, List<TagKey> keys) {
        return new SuggestRequest(resources, keys, Set.of(), Freshness.REMEMBERED_WILL_DO);
    }

    boolean protects(TagKey key) {
        return protectedKeys.stream().anyMatch(one -> one.folded().equals(key.folded()));
    }
}
