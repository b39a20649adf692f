package io.tagcompliance.aws;

import io.tagcompliance.core.resource.Region;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What is read of AWS; by default every Region that the account has enabled.
 *
 * <p>Credentials, profile and endpoints are no settings of ours: the SDK's default credentials chain and its standard
 * {@code AWS_*} variables decide them, {@code AWS_ENDPOINT_URL} and {@code AWS_ENDPOINT_URL_<SERVICE>} included.
 *
 * @param regions the Regions to read, in order; no call leaves them. Empty, the default: those that
 *     {@code ec2:DescribeRegions} names as enabled, asked in the Region of {@code AWS_REGION} or of the
 *     profile, else in us-east-1
 */
public record AwsSettings(Set<Region> regions) {
    /** Every enabled Region. */
    public static final AwsSettings DEFAULT = new AwsSettings(Set.of());

    /** @throws IllegalArgumentException where {@link Region#GLOBAL} is among them: it is no Region of AWS */
    public AwsSettings {
        if (regions.contains(Region.GLOBAL)) {
            throw new IllegalArgumentException("'global' is no Region of AWS; name Regions like eu-west-1");
        }
        regions = Collections.unmodifiableSet(new LinkedHashSet<>(regions));
    }
}
