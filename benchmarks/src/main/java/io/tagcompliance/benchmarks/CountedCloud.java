package io.tagcompliance.benchmarks;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.spi.AccountDirectory;
import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.core.spi.CreatorLog;
import io.tagcompliance.core.spi.Finding;
import io.tagcompliance.core.spi.Reach;
import io.tagcompliance.core.spi.ResourceInventory;
import io.tagcompliance.core.spi.ScanSink;
import io.tagcompliance.policy.Cloud;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A cloud whose scans are counted. */
record CountedCloud(CloudProvider counted, AtomicInteger scans) implements CloudProvider, ResourceInventory {
    @Override
    public void scan(Scope scope, ScanSink sink) throws InterruptedException {
        scans.incrementAndGet();
        counted.inventory().scan(scope, sink);
    }

    @Override
    public Reach reach() {
        return counted.inventory().reach();
    }

    @Override
    public Set<AccountId> accounts() throws InterruptedException {
        return counted.inventory().accounts();
    }

    @Override
    public List<Finding> find(List<ResourceId> ids) throws InterruptedException {
        return counted.inventory().find(ids);
    }

    @Override
    public Cloud cloud() {
        return counted.cloud();
    }

    @Override
    public Source source() {
        return counted.source();
    }

    @Override
    public ResourceInventory inventory() {
        return this;
    }

    @Override
    public Optional<AccountDirectory> directory() {
        return counted.directory();
    }

    @Override
    public Optional<CreatorLog> creators() {
        return counted.creators();
    }

    @Override
    public void close() {
        counted.close();
    }
}
