package io.tagcompliance.snapshot;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.resource.ScanGap.Kept;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.spi.CloudException;
import io.tagcompliance.core.spi.Finding;
import io.tagcompliance.core.spi.Reach;
import io.tagcompliance.core.spi.ResourceInventory;
import io.tagcompliance.core.spi.ScanSink;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The inventory of one cloud, out of a record.
 *
 * <p>It reads the types that the record names. Of any other nobody can say whether there is none or whether it was left
 * out of the export, so a scope that names one is refused.
 */
final class RecordedInventory implements ResourceInventory {
    private static final int PAGE = 500;
    private static final int MOST_IDS = 100;

    private final Cloud cloud;
    private final RecordSource source;
    private volatile boolean closed;

    RecordedInventory(Cloud cloud, RecordSource source) {
        this.cloud = cloud;
        this.source = source;
    }

    @Override
    public Reach reach() {
        requireOpen();
        return source.latest().reach();
    }

    @Override
    public Set<AccountId> accounts() throws InterruptedException {
        requireOpen();
        try {
            return source.current().accounts();
        } catch (EstateFileException wrong) {
            throw CloudException.of(wrong.failure(), wrong);
        }
    }

    @Override
    public void scan(Scope scope, ScanSink sink) throws InterruptedException {
        requireOpen();
        if (!scope.includes(cloud)) {
            return;
        }
        try {
            scan(source.current(), scope, sink);
        } catch (EstateFileException wrong) {
            sink.gap(new ScanGap(new Extent.OfCloud(cloud), wrong.failure(), Kept.NOTHING));
        }
    }

    private void scan(Records records, Scope scope, ScanSink sink) throws InterruptedException {
        refuseForeignTypes(records.reach(), scope);
        List<Extent.Cell> cells = records.cells(scope);
        sink.planned(cells);
        for (Extent.Cell cell : cells) {
            pages(records.in(cell), sink);
            if (records.isComplete(cell)) {
                sink.finished(cell);
            }
        }
        records.gaps(scope).forEach(sink::gap);
    }

    private static void refuseForeignTypes(Reach reach, Scope scope) {
        Optional<ResourceType> foreign = scope.types().stream()
                .filter(type -> !reach.types().contains(type))
                .sorted()
                .findFirst();
        if (foreign.isPresent()) {
            throw CloudException.unsupported(
                    "estate file",
                    "it names no resource of the type "
                            + Quoted.of(foreign.get().name()));
        }
    }

    private void pages(List<Resource> resources, ScanSink sink) throws InterruptedException {
        for (int from = 0; from < resources.size(); from += PAGE) {
            requireOpen();
            if (Thread.interrupted()) {
                throw new InterruptedException("the scan was interrupted");
            }
            sink.page(resources.subList(from, Math.min(from + PAGE, resources.size())));
        }
    }

    @Override
    public List<Finding> find(List<ResourceId> ids) throws InterruptedException {
        requireOpen();
        if (ids.size() > MOST_IDS) {
            throw new IllegalArgumentException("at most " + MOST_IDS + " ids at a time");
        }
        try {
            Records records = source.current();
            return ids.stream().map(records::find).toList();
        } catch (EstateFileException wrong) {
            return unreadable(ids, wrong.failure());
        }
    }

    private static List<Finding> unreadable(List<ResourceId> ids, ReadFailure failure) {
        return ids.stream()
                .<Finding>map(id -> new Finding.Unreadable(id, failure))
                .toList();
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the inventory of " + cloud + " is closed");
        }
    }

    void close() {
        closed = true;
    }
}
