package io.tagcompliance.aws;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Region;
import software.amazon.awssdk.regions.PartitionMetadata;

/**
 * The account that is read.
 *
 * @param partition the part of AWS that it lies in, as it stands in ARNs: {@code aws}, {@code aws-cn}
 * @param domain    the end of host names there
 */
record Account(AccountId id, String partition, String domain) {

    /** The account, seen from one of its Regions. */
    static Account in(Region region, String id) {
        PartitionMetadata partition = partitionOf(region);
        return new Account(new AccountId(id), partition.id(), partition.dnsSuffix());
    }

    static PartitionMetadata partitionOf(Region region) {
        return PartitionMetadata.of(software.amazon.awssdk.regions.Region.of(region.text()));
    }
}
