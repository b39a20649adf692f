package io.tagcompliance.core.check;

import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;

/** Tags for a resource that need not exist yet. */
public record Proposal(Cloud cloud, ResourceType type, Tags tags) {}
