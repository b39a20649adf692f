package io.tagcompliance.policy;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;

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
        return within(accounts, other.accounts, Object::equals)
                && within(regions, other.regions, Object::equals)
                && within(groups, other.groups, Object::equals)
                && within(names, other.names, NamePattern::isWithin);
    }

    private static <T> boolean within(Set<T> some, Set<T> others, BiPredicate<T, T> isIn) {
        return others.isEmpty()
                || (!some.isEmpty()
                        && some.stream().allMatch(one -> others.stream().anyMatch(other -> isIn.test(one, other))));
    }

    /** Whether some place is a place of both, clouds aside. */
    boolean overlaps(PlaceScope other) {
        return overlap(accounts, other.accounts, Object::equals)
                && overlap(regions, other.regions, Object::equals)
                && overlap(groups, other.groups, Object::equals)
                && overlap(names, other.names, NamePattern::overlaps);
    }

    private static <T> boolean overlap(Set<T> some, Set<T> others, BiPredicate<T, T> meets) {
        return some.isEmpty()
                || others.isEmpty()
                || some.stream().anyMatch(one -> others.stream().anyMatch(other -> meets.test(one, other)));
    }
}
