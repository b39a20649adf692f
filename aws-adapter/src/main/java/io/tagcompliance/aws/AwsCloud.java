package io.tagcompliance.aws;

import io.tagcompliance.core.spi.AccountDirectory;
import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.core.spi.CostLedger;
import io.tagcompliance.core.spi.CreatorLog;
import io.tagcompliance.core.spi.ResourceInventory;
import io.tagcompliance.core.spi.TagChangeLog;
import io.tagcompliance.policy.Cloud;
import java.time.InstantSource;
import java.util.Optional;

/**
 * AWS, read with the credentials that the SDK's default chain finds: their account, or all that the settings name, each
 * with its role.
 *
 * <p>Made in no time: clients, connections and credentials come with the first call. Reads the types of the catalogue: by
 * default those that cost money, the others where they are named. It writes nothing.
 */
public final class AwsCloud implements CloudProvider {
    private final AwsEstate estate;
    private final AwsInventory inventory;

    private final AwsDirectory directory;
    private final CloudTrail creators;
    private final TagEvents tagChanges;

    private AwsCloud(AwsEstate estate) {
        this.estate = estate;
        this.directory = new AwsDirectory(estate);
        this.creators = new CloudTrail(estate);
        this.tagChanges = new TagEvents(estate, creators);
        this.inventory = new AwsInventory(estate);
    }

    /** The account of the environment, in the Regions of the settings. */
    public static AwsCloud of(AwsSettings settings) {
        return of(settings, Connection.STANDARD);
    }

    static AwsCloud of(AwsSettings settings, Connection connection) {
        return new AwsCloud(AwsEstate.of(AwsAccess.of(settings, connection)));
    }

    /**
     * The bill by Cost Explorer, asked with the account of the environment; AWS bills a cent for each call. It tells costs of
     * services only, and remembers for six hours what it was asked.
     *
     * @param mostPaidCalls how many calls one question may take; one that takes more is unknown
     */
    public static CostLedger costExplorer(AwsSettings settings, int mostPaidCalls, InstantSource clock) {
        return costExplorer(settings, mostPaidCalls, clock, Connection.STANDARD);
    }

    static CostLedger costExplorer(
            AwsSettings settings, int mostPaidCalls, InstantSource clock, Connection connection) {
        return new CostExplorerLedger(AwsEstate.of(AwsAccess.of(settings, connection)), mostPaidCalls, clock);
    }

    @Override
    public Cloud cloud() {
        return Cloud.AWS;
    }

    @Override
    public Source source() {
        return Source.LIVE;
    }

    @Override
    public ResourceInventory inventory() {
        return inventory;
    }

    @Override
    public Optional<AccountDirectory> directory() {
        return Optional.of(directory);
    }

    @Override
    public Optional<CreatorLog> creators() {
        return Optional.of(creators);
    }

    @Override
    public Optional<TagChangeLog> tagChanges() {
        return Optional.of(tagChanges);
    }

    @Override
    public void close() {
        estate.close();
    }
}
