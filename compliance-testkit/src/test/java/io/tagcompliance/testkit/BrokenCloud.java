package io.tagcompliance.testkit;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.spi.Finding;
import io.tagcompliance.core.spi.Reach;
import io.tagcompliance.core.spi.ResourceInventory;
import io.tagcompliance.core.spi.ScanSink;
import io.tagcompliance.policy.ResourceType;
import java.util.List;
import java.util.Set;

/** The in-memory cloud, read by a broken inventory. */
record BrokenCloud(InMemoryCloud sound, BrokenInventory broken) implements SimulatedCloud, ResourceInventory {
    @Override
    public ResourceInventory inventory() {
        return this;
    }

    @Override
    public Reach reach() {
        return sound.inventory().reach();
    }

    @Override
    public Set<AccountId> accounts() throws InterruptedException {
        return sound.inventory().accounts();
    }

    @Override
    public void scan(Scope scope, ScanSink sink) throws InterruptedException {
        broken.scan(sound.inventory(), scope, sink);
    }

    @Override
    public List<Finding> find(List<ResourceId> ids) throws InterruptedException {
        return broken.find(sound.inventory(), ids);
    }

    @Override
    public List<Resource> estate() {
        return sound.estate();
    }

    @Override
    public ResourceType foreignType() {
        return sound.foreignType();
    }

    @Override
    public ResourceId absentId() {
        return sound.absentId();
    }

    @Override
    public String secret() {
        return sound.secret();
    }

    @Override
    public void inflict(Trouble trouble) {
        broken.throttled |= trouble instanceof Trouble.Throttled;
        broken.stalled |= trouble instanceof Trouble.Stalled;
        sound.inflict(trouble);
    }

    @Override
    public Set<Class<? extends Trouble>> impossible() {
        return Set.of();
    }

    @Override
    public void close() {
        sound.close();
    }
}
