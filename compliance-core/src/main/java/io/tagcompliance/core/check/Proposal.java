package io.tagcompliance.core.check;

import io.tagcompliance.core.evaluation.Lineage;
import io.tagcompliance.core.evaluation.Subject;
import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.Place;
import io.tagcompliance.policy.ResourceType;

/** Tags for a resource that need not exist yet; the place as far as it is decided. */
public record Proposal(Cloud cloud, ResourceType type, Place place, Tags tags) {
    Subject subject() {
        return new Subject(cloud, type, "", place, new TagReading.Known(tags), Creation.UNKNOWN, Lineage.NONE);
    }
}
