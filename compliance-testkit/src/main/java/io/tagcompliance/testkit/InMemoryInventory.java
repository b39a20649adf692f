package io.tagcompliance.testkit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.ReadFailure.Kind;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.spi.CloudException;
import io.tagcompliance.core.spi.Finding;
import io.tagcompliance.core.spi.Reach;
import io.tagcompliance.core.spi.ResourceInventory;
import io.tagcompliance.core.spi.ScanSink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The inventory of {@link InMemoryCloud}. It pages by ten, so that a test that needs pages gets some. */
final class InMemoryInventory implements ResourceInventory {
    private static final int PAGE = 10;

    private final List<Resource> estate;
    private final String secret;
    private final List<Trouble> troubles = new CopyOnWriteArrayList<>();
    private final AtomicInteger callsToRefuse = new AtomicInteger();
    private final AtomicInteger scans = new AtomicInteger();
    private volatile boolean closed;

    InMemoryInventory(List<Resource> estate, String secret) {
        this.estate = estate;
        this.secret = secret;
    }

    int scans() {
        return scans.get();
    }

    void suffer(Trouble trouble) {
        troubles.add(trouble);
        if (trouble instanceof Trouble.Throttled throttled) {
            callsToRefuse.addAndGet(throttled.calls());
        }
    }

    void close() {
        closed = true;
    }

    @Override
    public Reach reach() {
        return new Reach(
                estate.stream().map(Resource::type).collect(toUnmodifiableSet()),
                estate.stream().map(resource -> resource.location().region()).collect(toUnmodifiableSet()));
    }

    @Override
    public Set<AccountId> accounts() {
        return estate.stream().map(resource -> resource.location().account()).collect(toUnmodifiableSet());
    }

    @Override
    public void scan(Scope scope, ScanSink sink) throws InterruptedException {
        refuseIfClosed();
        refuseForeignTypes(scope);
        scans.incrementAndGet();
        Map<Extent.Cell, List<Resource>> cells = estate.stream()
                .filter(scope::includes)
                .collect(groupingBy(InMemoryInventory::cellOf, LinkedHashMap::new, toCollection(ArrayList::new)));
        sink.planned(cells.keySet());
        for (Map.Entry<Extent.Cell, List<Resource>> cell : cells.entrySet()) {
            read(cell.getKey(), cell.getValue(), sink);
        }
    }

    private void read(Extent.Cell cell, List<Resource> resources, ScanSink sink) throws InterruptedException {
        try {
            readPages(cell, resources, sink);
            sink.finished(cell);
        } catch (CloudException failed) {
            sink.gap(new ScanGap(cell, failed.failure(), ScanGap.Kept.NOTHING));
        }
    }

    private void readPages(Extent.Cell cell, List<Resource> resources, ScanSink sink) throws InterruptedException {
        for (int from = 0; from < resources.size(); from += PAGE) {
            call(cell);
            List<Resource> page = resources.subList(from, Math.min(from + PAGE, resources.size()));
            sink.page(page.stream().map(this::asReadable).toList());
        }
        if (resources.size() > PAGE && suffers(Trouble.PagesRepeat.class)) {
            throw failure(Kind.BROKEN_PAGING, "the cloud named the same next page twice; ask again later");
        }
    }

    private void call(Extent.Cell cell) throws InterruptedException {
        if (suffers(Trouble.Stalled.class)) {
            Thread.sleep(60_000);
        }
        while (callsToRefuse.get() > 0) {
            callsToRefuse.decrementAndGet();
        }
        if (suffers(Trouble.CredentialsExpired.class)) {
            CloudException told = failure(Kind.UNAUTHENTICATED, "the credentials have expired; sign in again");
            throw CloudException.of(told.failure(), new IllegalStateException("expired: " + secret));
        }
        if (troubles.contains(new Trouble.RegionDenied(cell.region()))) {
            throw failure(Kind.ACCESS_DENIED, "allow memory:ListResources in this region");
        }
    }

    private Resource asReadable(Resource resource) {
        if (!troubles.contains(new Trouble.TagsDenied(resource.id()))) {
            return resource;
        }
        ReadFailure denied =
                failure(Kind.ACCESS_DENIED, "allow memory:ListTags").failure();
        TagReading unknown = new TagReading.Unknown(denied);
        return new Resource(
                resource.id(), resource.type(), resource.location(), resource.name(), unknown, resource.creation());
    }

    @Override
    public List<Finding> find(List<ResourceId> ids) {
        refuseIfClosed();
        return ids.stream().map(this::findOne).toList();
    }

    private Finding findOne(ResourceId id) {
        if (troubles.contains(new Trouble.LookupDenied(id))) {
            ReadFailure denied =
                    failure(Kind.ACCESS_DENIED, "allow memory:GetResource").failure();
            return new Finding.Unreadable(id, denied);
        }
        return estate.stream()
                .filter(resource -> resource.id().equals(id))
                .findFirst()
                .<Finding>map(resource -> new Finding.Found(asReadable(resource)))
                .orElseGet(() -> new Finding.Absent(id));
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new IllegalStateException("this cloud is closed");
        }
    }

    private void refuseForeignTypes(Scope scope) {
        Set<Object> foreign = new LinkedHashSet<>(scope.types());
        foreign.removeAll(reach().types());
        if (!foreign.isEmpty()) {
            throw CloudException.unsupported("memory:ListResources", "this cloud has no such type");
        }
    }

    private boolean suffers(Class<? extends Trouble> kind) {
        return troubles.stream().anyMatch(kind::isInstance);
    }

    private static CloudException failure(Kind kind, String remedy) {
        return CloudException.of(new ReadFailure(kind, "memory:ListResources", remedy), new IllegalStateException());
    }

    private static Extent.Cell cellOf(Resource resource) {
        return new Extent.Cell(
                resource.id().cloud(),
                resource.location().account(),
                resource.location().region(),
                resource.type());
    }
}
