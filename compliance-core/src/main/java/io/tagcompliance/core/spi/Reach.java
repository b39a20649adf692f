package io.tagcompliance.core.spi;

import io.tagcompliance.core.resource.Region;
import io.tagcompliance.policy.ResourceType;
import java.util.Set;

/**
 * What an inventory is able to read.
 *
 * @param types   every type that it lists; any other is refused, which is not the same as finding none of it
 * @param regions every region that a filter may name, {@link Region#GLOBAL} included where something lies there
 */
public record Reach(Set<ResourceType> types, Set<Region> regions) {
    public Reach {
        types = Set.copyOf(types);
        regions = Set.copyOf(regions);
    }
}
