package io.tagcompliance.testkit;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Census;
import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.spi.AccountDirectory;
import io.tagcompliance.core.spi.CloudException;
import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.core.spi.CreatorLog;
import io.tagcompliance.core.spi.Finding;
import io.tagcompliance.core.spi.Reach;
import io.tagcompliance.core.spi.ResourceInventory;
import io.tagcompliance.core.spi.ScanSink;
import io.tagcompliance.core.spi.TagChangeLog;
import io.tagcompliance.policy.Cloud;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A cloud of which one call fails. */
record FailingCloud(FailingNth nth, CloudProvider next) implements CloudProvider, ResourceInventory {
    private static final ReadFailure UNREACHABLE = new ReadFailure(
            ReadFailure.Kind.UNAVAILABLE, "memory:AnyCall", "the cloud could not be reached; ask again later");

    @Override
    public Cloud cloud() {
        return next.cloud();
    }

    @Override
    public Source source() {
        return next.source();
    }

    @Override
    public ResourceInventory inventory() {
        return this;
    }

    @Override
    public Reach reach() {
        return next.inventory().reach();
    }

    @Override
    public Set<AccountId> accounts() throws InterruptedException {
        failIfItIsTheOne();
        return next.inventory().accounts();
    }

    @Override
    public void scan(Scope scope, ScanSink sink) throws InterruptedException {
        failIfItIsTheOne();
        next.inventory().scan(scope, new Pages(sink));
    }

    @Override
    public List<Finding> find(List<ResourceId> ids) throws InterruptedException {
        if (nth.failsNow()) {
            return ids.stream()
                    .<Finding>map(id -> new Finding.Unreadable(id, UNREACHABLE))
                    .toList();
        }
        return next.inventory().find(ids);
    }

    private void failIfItIsTheOne() {
        if (nth.failsNow()) {
            throw CloudException.of(UNREACHABLE, new IllegalStateException("as the test wants it"));
        }
    }

    @Override
    public Optional<AccountDirectory> directory() {
        return next.directory();
    }

    @Override
    public Optional<CreatorLog> creators() {
        return next.creators();
    }

    @Override
    public Optional<TagChangeLog> tagChanges() {
        return next.tagChanges();
    }

    @Override
    public void close() {
        next.close();
    }

    /** Every page is a call to the cloud; what its failure means, the inventory has to say. */
    private final class Pages implements ScanSink {
        private final ScanSink sink;

        private Pages(ScanSink sink) {
            this.sink = sink;
        }

        @Override
        public void planned(Collection<Extent.Cell> cells) {
            sink.planned(cells);
        }

        @Override
        public void page(List<Resource> page) {
            failIfItIsTheOne();
            sink.page(page);
        }

        @Override
        public void finished(Extent.Cell cell) {
            sink.finished(cell);
        }

        @Override
        public void census(Census census) {
            sink.census(census);
        }

        @Override
        public void gap(ScanGap gap) {
            sink.gap(gap);
        }
    }
}
