package io.tagcompliance.aws;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Region;
import software.amazon.awssdk.regions.PartitionMetadata;

/**
 * An account that is read.
 *
 * @param partition   the part of AWS that it lies in, as it stands in ARNs: {@code aws}, {@code aws-cn}
 * @param domain      the end of host names there
 * @param credentials with which it is asked
 */
record Account(AccountId id, String partition, String domain, Credentials credentials) {
    private static final AccountId NOT_YET_KNOWN = new AccountId("not yet known");

    /** The account, seen from one of its Regions. */
    static Account in(Region region, AccountId id, Credentials credentials) {
        PartitionMetadata partition = partitionOf(region);
        return new Account(id, partition.id(), partition.dnsSuffix(), credentials);
    }

    /** The account that credentials belong to, before it is known which one that is. */
    static Account of(Credentials credentials, Region region) {
        return in(region, NOT_YET_KNOWN, credentials);
    }

    static PartitionMetadata partitionOf(Region region) {
        return PartitionMetadata.of(software.amazon.awssdk.regions.Region.of(region.text()));
    }
}
