package io.tagcompliance.core.cost;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.policy.Cloud;

/**
 * Where something was used.
 *
 * @param account AWS account, Azure subscription or Google Cloud project
 * @param service as the bill names it: FOCUS's {@code ServiceName}; empty where the bill doesn't say
 */
public record ChargePlace(Cloud cloud, AccountId account, Region region, String service) {}
