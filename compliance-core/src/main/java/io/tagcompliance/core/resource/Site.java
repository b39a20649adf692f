package io.tagcompliance.core.resource;

import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;

/** What many resources have in common: what they are, and where they lie. */
public record Site(Cloud cloud, ResourceType type, Location location) {}
