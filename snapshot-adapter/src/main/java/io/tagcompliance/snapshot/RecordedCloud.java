package io.tagcompliance.snapshot;

import io.tagcompliance.core.spi.AccountDirectory;
import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.core.spi.CreatorLog;
import io.tagcompliance.core.spi.ResourceInventory;
import io.tagcompliance.policy.Cloud;
import java.util.Optional;

/** A cloud of which there is a record; it can be read, and nothing else. */
record RecordedCloud(Cloud cloud, RecordedInventory records) implements CloudProvider {
    RecordedCloud(Cloud cloud, RecordSource source) {
        this(cloud, new RecordedInventory(cloud, source));
    }

    @Override
    public Source source() {
        return Source.FILE;
    }

    @Override
    public ResourceInventory inventory() {
        return records;
    }

    @Override
    public Optional<AccountDirectory> directory() {
        return Optional.empty();
    }

    @Override
    public Optional<CreatorLog> creators() {
        return Optional.empty();
    }

    @Override
    public void close() {
        records.close();
    }
}
