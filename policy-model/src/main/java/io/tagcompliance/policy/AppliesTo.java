package io.tagcompliance.policy;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The types of resource that a rule is about. */
public sealed interface AppliesTo {
    AppliesTo EVERYTHING = new Everything();

    /** Whether a rule with this scope is about resources of that type in that cloud. */
    boolean covers(Cloud cloud, ResourceType type);

    /** The types that it names one by one. */
    List<ResourceType> types();

    /** The clouds that it names whole. */
    Set<Cloud> clouds();

    /** Every type of every cloud. */
    record Everything() implements AppliesTo {
        @Override
        public List<ResourceType> types() {
            return List.of();
        }

        @Override
        public Set<Cloud> clouds() {
            return Set.of();
        }

        @Override
        public boolean covers(Cloud cloud, ResourceType type) {
            return true;
        }
    }

    /** What any of the selectors names. */
    record Selected(Set<Selector> selectors) implements AppliesTo {
        /** @throws IllegalArgumentException where nothing is selected */
        public Selected {
            if (selectors.isEmpty()) {
                throw new IllegalArgumentException("a selection names at least one type");
            }
            selectors = Collections.unmodifiableSet(new LinkedHashSet<>(selectors));
        }

        @Override
        public boolean covers(Cloud cloud, ResourceType type) {
            return selectors.stream().anyMatch(selector -> selector.names(cloud, type));
        }

        @Override
        public List<ResourceType> types() {
            return selectors.stream()
                    .filter(OfType.class::isInstance)
                    .map(of -> ((OfType) of).type())
                    .toList();
        }

        @Override
        public Set<Cloud> clouds() {
            return selectors.stream()
                    .filter(OfCloud.class::isInstance)
                    .map(of -> ((OfCloud) of).cloud())
                    .collect(Collectors.toUnmodifiableSet());
        }

        /** The texts of the selectors of one kind, in their order. */
        public <S extends Selector> List<String> texts(Class<S> kind, Function<S, String> text) {
            return selectors.stream()
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .map(text)
                    .toList();
        }
    }

    /** One entry of a selection. */
    sealed interface Selector {
        boolean names(Cloud cloud, ResourceType type);
    }

    /** One type. */
    record OfType(ResourceType type) implements Selector {
        @Override
        public boolean names(Cloud cloud, ResourceType other) {
            return type.equals(other);
        }
    }

    /** Every type that the catalogue puts into a category. */
    record OfCategory(Category category) implements Selector {
        @Override
        public boolean names(Cloud cloud, ResourceType other) {
            return TypeCatalogue.categoryOf(other).filter(category::equals).isPresent();
        }
    }

    /** Every type of one cloud. */
    record OfCloud(Cloud cloud) implements Selector {
        @Override
        public boolean names(Cloud other, ResourceType type) {
            return cloud.equals(other);
        }
    }
}
