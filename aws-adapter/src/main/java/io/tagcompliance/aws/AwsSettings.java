package io.tagcompliance.aws;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Region;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is read of AWS; by default the account of the credentials, in every Region that it has enabled.
 *
 * <p>Credentials, profile and endpoints are no settings of ours: the SDK's default credentials chain and its standard
 * {@code AWS_*} variables decide them, {@code AWS_ENDPOINT_URL} and {@code AWS_ENDPOINT_URL_<SERVICE>} included.
 *
 * @param regions  the Regions to read, in order; no call about resources leaves them. Empty, the default: those that
 *     {@code ec2:DescribeRegions} names as enabled, asked in the Region of {@code AWS_REGION} or of the
 *     profile, else in us-east-1
 * @param accounts the accounts to read
 */
public record AwsSettings(Set<Region> regions, Accounts accounts) {
    /** The account of the credentials, in every enabled Region. */
    public static final AwsSettings DEFAULT = new AwsSettings(Set.of());

    /** @throws IllegalArgumentException where {@link Region#GLOBAL} is among the Regions: it is no Region of AWS */
    public AwsSettings {
        if (regions.contains(Region.GLOBAL)) {
            throw new IllegalArgumentException("'global' is no Region of AWS; name Regions like eu-west-1");
        }
        regions = Collections.unmodifiableSet(new LinkedHashSet<>(regions));
    }

    /** The account of the credentials, in these Regions. */
    public AwsSettings(Set<Region> regions) {
        this(regions, new Accounts.Own());
    }

    /** Which accounts are read. Only the operator says so: whoever asks later chooses among these. */
    public sealed interface Accounts {
        /** The account that the credentials belong to. */
        record Own() implements Accounts {}

        /**
         * These accounts; their own role is assumed in each but the one that the credentials belong to.
         *
         * @param ids twelve digits each
         */
        record Listed(Set<AccountId> ids, Role role) implements Accounts {
            /** @throws IllegalArgumentException where an id is not of twelve digits, or there is none */
            public Listed {
                ids = Collections.unmodifiableSet(new LinkedHashSet<>(ids));
                if (ids.isEmpty() || !ids.stream().allMatch(id -> id.text().matches("\\d{12}"))) {
                    throw new IllegalArgumentException("an AWS account id has twelve digits");
                }
            }
        }

        /**
         * Every active account of the organisation that the credentials belong to.
         *
         * @param units only those in these organisational units or roots and below, {@code ou-…} or {@code r-…};
         *              empty = all
         */
        record Organization(Set<String> units, Role role) implements Accounts {
            private static final Pattern UNIT =
                    Pattern.compile("(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})|(r-[0-9a-z]{4,32})");

            /** @throws IllegalArgumentException where a unit has no such form */
            public Organization {
                units = Set.copyOf(units);
                if (!units.stream().allMatch(unit -> UNIT.matcher(unit).matches())) {
                    throw new IllegalArgumentException("an organisational unit is named like ou-ab12-c3d4e5f6");
                }
            }
        }
    }

    /**
     * The role that is assumed in other accounts.
     *
     * @param name       of the role, with its path where it has one: {@code audit/TagComplianceRead}
     * @param externalId what the trust policy of the role asks for; empty = nothing
     * @param session    the name that CloudTrail shows for what is done with the role: who asked
     */
    public record Role(String name, String externalId, String session) {
        private static final Pattern NAME = Pattern.compile("([\\w+=,.@-]+/)*[\\w+=,.@-]{1,64}");

        /** @throws IllegalArgumentException where it is no name of a role */
        public Role {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("a role is named without its account, like TagComplianceRead");
            }
            String allowed = session.replaceAll("[^\\w+=,.@-]", "-");
            session = "tag-compliance-" + allowed.substring(0, Math.min(allowed.length(), 40));
        }
    }
}
