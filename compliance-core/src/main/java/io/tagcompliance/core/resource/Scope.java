package io.tagcompliance.core.resource;

import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import java.util.Set;

/** Which clouds, accounts, regions and types are looked at. An empty set is no restriction. */
public record Scope(Set<Cloud> clouds, Set<AccountId> accounts, Set<Region> regions, Set<ResourceType> types) {
    public static final Scope EVERYTHING = new Scope(Set.of(), Set.of(), Set.of(), Set.of());

    public Scope {
        clouds = Set.copyOf(clouds);
        accounts = Set.copyOf(accounts);
        regions = Set.copyOf(regions);
        types = Set.copyOf(types);
    }

    public boolean includes(Cloud cloud) {
        return clouds.isEmpty() || clouds.contains(cloud);
    }

    public boolean includes(AccountId account) {
        return accounts.isEmpty() || accounts.contains(account);
    }

    public boolean includes(Region region) {
        return regions.isEmpty() || regions.contains(region);
    }

    public boolean includes(ResourceType type) {
        return types.isEmpty() || types.contains(type);
    }

    public boolean includes(Resource resource) {
        return includes(resource.id().cloud())
                && includes(resource.location().account())
                && includes(resource.location().region())
                && includes(resource.type());
    }
}
