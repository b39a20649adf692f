package io.tagcompliance.core.evaluation;

import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.Place;
import io.tagcompliance.policy.ResourceType;

/**
 * What a policy judges: all that it looks at of a resource, or of one that doesn't exist yet.
 *
 * @param id       the full identifier; empty where there is none yet
 * @param place    where it lies, as far as that is known
 * @param tags     its own
 * @param creation which decides whether it is in grace
 * @param lineage  what it could inherit
 */
public record Subject(
        Cloud cloud, ResourceType type, String id, Place place, TagReading tags, Creation creation, Lineage lineage) {

    /** Some tags on a type, with nothing else known. */
    public static Subject of(Cloud cloud, ResourceType type, TagReading tags) {
        return new Subject(cloud, type, "", Place.UNKNOWN, tags, Creation.UNKNOWN, Lineage.NONE);
    }

    /** A resource, and what it could inherit. */
    public static Subject of(Resource resource, Lineage lineage) {
        Place place = new Place(
                resource.location().account().text(),
                resource.location().region().text(),
                resource.location().group().name(),
                resource.name());
        return new Subject(
                resource.id().cloud(),
                resource.type(),
                resource.id().text(),
                place,
                resource.tags(),
                resource.creation(),
                lineage);
    }
}
