package io.tagcompliance.testkit;

import io.tagcompliance.core.spi.AccountDirectory;
import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.core.spi.CreatorLog;
import io.tagcompliance.core.spi.ResourceInventory;
import io.tagcompliance.core.spi.TagChangeLog;
import io.tagcompliance.policy.Cloud;
import java.util.Optional;

/** A cloud that is another one, but for what whoever extends it tells otherwise. */
abstract class CloudAround implements CloudProvider {
    private final CloudProvider cloud;

    CloudAround(CloudProvider cloud) {
        this.cloud = cloud;
    }

    @Override
    public Cloud cloud() {
        return cloud.cloud();
    }

    @Override
    public Source source() {
        return cloud.source();
    }

    @Override
    public ResourceInventory inventory() {
        return cloud.inventory();
    }

    @Override
    public Optional<AccountDirectory> directory() {
        return cloud.directory();
    }

    @Override
    public Optional<CreatorLog> creators() {
        return cloud.creators();
    }

    @Override
    public Optional<TagChangeLog> tagChanges() {
        return cloud.tagChanges();
    }

    @Override
    public void close() {
        cloud.close();
    }
}
