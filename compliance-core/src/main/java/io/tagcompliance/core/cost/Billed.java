package io.tagcompliance.core.cost;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;

/** What a bill says of a resource besides its id and its cost. */
public record Billed(Cloud cloud, AccountId account, ResourceType type) {}
