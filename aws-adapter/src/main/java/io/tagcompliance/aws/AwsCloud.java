package io.tagcompliance.aws;

import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.core.spi.ResourceInventory;
import io.tagcompliance.policy.Cloud;

/**
 * The accounts of AWS that the operator lets this program read, with the credentials that the SDK's default chain finds.
 *
 * <p>Made in no time: clients, connections and credentials come with the first call. Reads the types that the catalogue
 * names for AWS, and writes nothing.
 */
public final class AwsCloud implements CloudProvider {
    private final AwsAccess access;
    private final AwsInventory inventory;

    private final AwsAccounts accounts;

    private AwsCloud(AwsAccess access) {
        AwsRegions regions = new AwsRegions(access.settings());
        this.access = access;
        this.accounts = new AwsAccounts(access, regions);
        this.inventory = new AwsInventory(access, regions, accounts);
    }

    /** The account of the environment, in the Regions of the settings. */
    public static AwsCloud of(AwsSettings settings) {
        return of(settings, Connection.STANDARD);
    }

    static AwsCloud of(AwsSettings settings, Connection connection) {
        return new AwsCloud(AwsAccess.of(settings, connection));
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
    public void close() {
        accounts.close();
        access.close();
    }
}
