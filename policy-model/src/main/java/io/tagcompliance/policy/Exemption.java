package io.tagcompliance.policy;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Leave for some resources to fail some rules, for a while.
 *
 * @param id        names it in answers
 * @param resources patterns for full ids; empty = every resource at the place
 * @param where     the place; together with {@code resources} at least one of the two restricts
 * @param rules     the rules that may be failed; empty = all
 * @param reason    why, for people
 * @param owner     who answers for it
 * @param expires   its last valid day, UTC
 */
public record Exemption(
        String id,
        Set<NamePattern> resources,
        PlaceScope where,
        Set<RuleId> rules,
        String reason,
        String owner,
        LocalDate expires) {

    /** @throws IllegalArgumentException where it is about everything, or nobody answers for it */
    public Exemption {
        resources = Collections.unmodifiableSet(new LinkedHashSet<>(resources));
        rules = Collections.unmodifiableSet(new LinkedHashSet<>(rules));
        if (resources.isEmpty() && where.equals(PlaceScope.ANYWHERE)) {
            throw new IllegalArgumentException("an exemption names resources or a place");
        }
        if (id.isBlank() || reason.isBlank() || owner.isBlank()) {
            throw new IllegalArgumentException("an exemption has an id, a reason and an owner");
        }
    }

    /** Whether it is about that resource. */
    public boolean covers(Cloud cloud, String resourceId, Place place) {
        return where.covers(cloud, place)
                && (resources.isEmpty() || resources.stream().anyMatch(pattern -> pattern.matches(resourceId)));
    }

    /** Whether the rule may be failed. */
    public boolean waives(RuleId rule) {
        return rules.isEmpty() || rules.contains(rule);
    }

    /** Whether it still holds on that day. */
    public boolean holdsOn(LocalDate day) {
        return !day.isAfter(expires);
    }
}
