package io.tagcompliance.policy;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The clouds, accounts, regions, resource groups and names that something is about. Each empty set is no restriction;
 * those that aren't must all hold.
 *
 * @param accounts ids, to the letter
 * @param regions  in lower case
 * @param groups   resource groups, in lower case: their names are compared without regard to case
 * @param names    patterns for the short names of resources
 */
public record PlaceScope(
        Set<Cloud> clouds, Set<String> accounts, Set<String> regions, Set<String> groups, Set<NamePattern> names) {
    public static final PlaceScope ANYWHERE = new PlaceScope(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    public PlaceScope {
        clouds = inOrder(clouds);
        accounts = inOrder(accounts);
        regions = folded(regions);
        groups = folded(groups);
        names = inOrder(names);
    }

    private static <T> Set<T> inOrder(Collection<T> some) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(some));
    }

    private static Set<String> folded(Set<String> texts) {
        return inOrder(texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList());
    }

    /** Whether a resource at that place is in question. */
    public boolean covers(Cloud cloud, Place place) {
        return admits(clouds, cloud)
                && admits(accounts, place.account())
                && admits(regions, place.region().toLowerCase(Locale.ROOT))
                && admits(groups, place.resourceGroup().toLowerCase(Locale.ROOT))
                && (names.isEmpty() || names.stream().anyMatch(pattern -> pattern.matches(place.name())));
    }

    private static <T> boolean admits(Set<T> allowed, T one) {
        return allowed.isEmpty() || allowed.contains(one);
    }

    /** Whether every place of this is a place of the other, clouds aside: types lie in clouds too, see {@link RuleScope}. */
    boolean isWithin(PlaceScope other) {
        return within(accounts, other.accounts)
                && within(regions, other.regions)
                && within(groups, other.groups)
                && (other.names.isEmpty()
                        || (!names.isEmpty()
                                && names.stream()
                                        .allMatch(one -> other.names.stream().anyMatch(one::isWithin))));
    }

    private static boolean within(Set<String> some, Set<String> others) {
        return others.isEmpty() || (!some.isEmpty() && others.containsAll(some));
    }

    /** Whether some place is a place of both, clouds aside. */
    boolean overlaps(PlaceScope other) {
        return overlap(accounts, other.accounts)
                && overlap(regions, other.regions)
                && overlap(groups, other.groups)
                && (names.isEmpty()
                        || other.names.isEmpty()
                        || names.stream().anyMatch(one -> other.names.stream().anyMatch(one::overlaps)));
    }

    private static boolean overlap(Set<String> some, Set<String> others) {
        return some.isEmpty() || others.isEmpty() || !Collections.disjoint(some, others);
    }
}
