package io.tagcompliance.core.cost;

import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.policy.ResourceType;

/** What a line of a bill is for. */
public sealed interface Charged {
    /** A resource that the bill names, by the full identifier where that could be made out. */
    record OfResource(ResourceId id, ResourceType type) implements Charged {}

    /** Nothing that has an identity: a request fee, data transfer, a service as a whole. */
    record NoResource() implements Charged {}

    /** The ledger doesn't tell resources from services. */
    record NotTold() implements Charged {}
}
