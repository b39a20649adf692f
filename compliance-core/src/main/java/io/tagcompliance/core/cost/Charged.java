package io.tagcompliance.core.cost;

import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.policy.ResourceType;

/** What a line of a bill is for. */
public sealed interface Charged {
    /** Nothing that has an identity: a request fee, data transfer, a service as a whole. */
    NoResource NO_RESOURCE = new NoResource();

    /** The ledger doesn't tell resources from services. */
    NotTold NOT_TOLD = new NotTold();

    /** A resource that the bill names, by the full identifier where that could be made out. */
    record OfResource(ResourceId id, ResourceType type) implements Charged {}

    /** No resource is named. */
    record NoResource() implements Charged {}

    /** Nobody knows whether a resource is named. */
    record NotTold() implements Charged {}
}
