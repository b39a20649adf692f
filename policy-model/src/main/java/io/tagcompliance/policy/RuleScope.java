package io.tagcompliance.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The resources that a rule is about: those of certain types that lie in certain places.
 *
 * <p>Of two rules for one key the more specific one holds, and one scope is more specific than another where it is a
 * strict subset of it.
 */
public record RuleScope(AppliesTo types, PlaceScope place) {
    public static final RuleScope EVERYTHING = new RuleScope(AppliesTo.EVERYTHING, PlaceScope.ANYWHERE);

    private static final ResourceType SOME_OTHER = new ResourceType("some:other");
    private static final Cloud ELSEWHERE = new Cloud("elsewhere");

    /** Whether a resource of that type at that place is in question. */
    public boolean covers(Cloud cloud, ResourceType type, Place where) {
        return types.covers(cloud, type) && place.covers(cloud, where);
    }

    /** Whether some resources are in question for both. */
    public boolean overlaps(RuleScope other) {
        return place.overlaps(other.place)
                && ((place.clouds().isEmpty() && hasKindsOf(other))
                        || kinds(other).anyMatch(kind -> covers(kind) && other.covers(kind)));
    }

    /** Whether each resource of this is one of the other, and not the other way round. */
    public boolean isMoreSpecificThan(RuleScope other) {
        return isWithin(other) && !other.isWithin(this);
    }

    /** Whether each resource of this is one of the other. */
    public boolean isWithin(RuleScope other) {
        return place.isWithin(other.place)
                && (hasKindsOf(other) || kinds(other).filter(this::covers).allMatch(other::covers));
    }

    private boolean hasKindsOf(RuleScope other) {
        return types.equals(other.types) && place.clouds().equals(other.place.clouds());
    }

    /** A type in a cloud: what selections of types tell apart. */
    private record Kind(Cloud cloud, ResourceType type) {}

    private boolean covers(Kind kind) {
        return types.covers(kind.cloud(), kind.type())
                && (place.clouds().isEmpty() || place.clouds().contains(kind.cloud()));
    }

    /** Every kind that could tell the two apart: types of the catalogue, those that either names, and others elsewhere. */
    private Stream<Kind> kinds(RuleScope other) {
        Set<Cloud> clouds = new HashSet<>(Set.of(Cloud.AWS, ELSEWHERE));
        clouds.addAll(place.clouds());
        clouds.addAll(other.place.clouds());
        clouds.addAll(types.clouds());
        clouds.addAll(other.types.clouds());
        Predicate<ResourceType> unknown = type -> TypeCatalogue.cloudOf(type).isEmpty();
        Stream<Kind> known = TypeCatalogue.types().stream()
                .map(type -> new Kind(TypeCatalogue.cloudOf(type).orElseThrow(), type));
        Stream<Kind> named = Stream.of(types.types(), other.types.types(), List.of(SOME_OTHER))
                .flatMap(List::stream)
                .filter(unknown)
                .flatMap(type -> clouds.stream().map(cloud -> new Kind(cloud, type)));
        return Stream.concat(known, named);
    }
}
