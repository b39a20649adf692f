package io.tagcompliance.testkit;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Resource;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A cloud whose scans do what the test says, as often as they are begun. */
final class ScriptedCloud implements CloudProvider, ResourceInventory {
    /** What a scan does. */
    @FunctionalInterface
    interface Script {
        void run(Scope scope, ScanSink sink) throws InterruptedException;
    }

    private final Cloud cloud;
    private final Script script;
    private final Optional<AccountDirectory> directory;
    private final AtomicInteger scans = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private volatile boolean closed;

    ScriptedCloud(Cloud cloud, Script script) {
        this(cloud, script, Optional.empty());
    }

    private ScriptedCloud(Cloud cloud, Script script, Optional<AccountDirectory> directory) {
        this.cloud = cloud;
        this.script = script;
        this.directory = directory;
    }

    /** The same, with accounts that have names. */
    ScriptedCloud with(AccountDirectory accounts) {
        return new ScriptedCloud(cloud, script, Optional.of(accounts));
    }

    static ScriptedCloud of(Script script) {
        return new ScriptedCloud(Cloud.AWS, script);
    }

    /** A cloud whose scans find these once the gate is open. */
    static ScriptedCloud behind(CountDownLatch gate, List<Resource> estate) {
        return of((scope, sink) -> {
            gate.await();
            sink.page(estate);
        });
    }

    int scans() {
        return scans.get();
    }

    boolean isClosed() {
        return closed;
    }

    /** Waits until a scan was begun. */
    void awaitBegun() throws InterruptedException {
        begun.await();
    }

    @Override
    public Cloud cloud() {
        return cloud;
    }

    @Override
    public Source source() {
        return Source.FILE;
    }

    @Override
    public ResourceInventory inventory() {
        return this;
    }

    @Override
    public Reach reach() {
        return new Reach(Set.of(), Set.of());
    }

    @Override
    public Set<AccountId> accounts() {
        return Set.of();
    }

    @Override
    public void scan(Scope scope, ScanSink sink) throws InterruptedException {
        scans.incrementAndGet();
        begun.countDown();
        script.run(scope, sink);
    }

    @Override
    public List<Finding> find(List<ResourceId> ids) throws InterruptedException {
        script.run(Scope.EVERYTHING, new CollectingSink());
        return ids.stream().<Finding>map(Finding.Absent::new).toList();
    }

    @Override
    public Optional<AccountDirectory> directory() {
        return directory;
    }

    @Override
    public Optional<CreatorLog> creators() {
        return Optional.empty();
    }

    @Override
    public void close() {
        closed = true;
    }
}
