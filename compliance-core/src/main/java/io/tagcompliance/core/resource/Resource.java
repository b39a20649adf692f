package io.tagcompliance.core.resource;

import io.tagcompliance.policy.ResourceType;

/**
 * One resource of an estate, as it was when it was read.
 *
 * @param id       the provider's full identifier
 * @param type     in the spelling of its cloud
 * @param location account, region, resource group
 * @param name     the short name for people; not unique
 * @param tags     known, or unknown with a reason
 * @param creation when it was made, where the cloud says so
 * @param traits   what else its cloud says of it
 */
public record Resource(
        ResourceId id,
        ResourceType type,
        Location location,
        String name,
        TagReading tags,
        Creation creation,
        Traits traits) {

    /** One of which nothing else is known. */
    public Resource(
            ResourceId id, ResourceType type, Location location, String name, TagReading tags, Creation creation) {
        this(id, type, location, name, tags, creation, Traits.NONE);
    }
}
