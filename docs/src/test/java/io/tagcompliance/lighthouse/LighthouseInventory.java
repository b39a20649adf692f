package io.tagcompliance.lighthouse;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.ReadFailure.Kind;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.resource.ScanGap.Kept;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.spi.CloudException;
import io.tagcompliance.core.spi.Finding;
import io.tagcompliance.core.spi.Reach;
import io.tagcompliance.core.spi.ResourceInventory;
import io.tagcompliance.core.spi.ScanSink;
import io.tagcompliance.policy.ResourceType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads Lighthouse cell by cell: one type in one region of one account. */
final class LighthouseInventory implements ResourceInventory {
    private static final List<Region> REGIONS = List.of(new Region("north"), new Region("south"));

    /** Each type, and the regions in which it is listed; what is listed once for all of them has the global one. */
    private static final Map<ResourceType, List<Region>> TYPES = new LinkedHashMap<>();

    static {
        TYPES.put(new ResourceType("lighthouse:lamp"), REGIONS);
        TYPES.put(new ResourceType("lighthouse:horn"), REGIONS);
        TYPES.put(new ResourceType("lighthouse:chart"), List.of(Region.GLOBAL));
    }

    private final LighthouseApi api;
    private volatile boolean closed;

    LighthouseInventory(LighthouseApi api) {
        this.api = api;
    }

    void close() {
        closed = true;
    }

    @Override
    public Reach reach() {
        Set<Region> regions = new HashSet<>(REGIONS);
        regions.add(Region.GLOBAL);
        return new Reach(TYPES.keySet(), regions);
    }

    @Override
    public Set<AccountId> accounts() throws InterruptedException {
        refuseIfClosed();
        return api.accounts();
    }

    @Override
    public void scan(Scope scope, ScanSink sink) throws InterruptedException {
        refuseIfClosed();
        if (!reach().types().containsAll(scope.types())) {
            throw CloudException.unsupported("lighthouse:list", "only lamps, horns and charts are read");
        }
        try {
            List<Extent.Cell> cells = cells(scope);
            sink.planned(cells);
            for (Extent.Cell cell : cells) {
                read(cell, sink);
            }
        } catch (CloudException noAccounts) {
            sink.gap(new ScanGap(new Extent.OfCloud(LighthouseCloud.CLOUD), noAccounts.failure(), Kept.NOTHING));
        }
    }

    private List<Extent.Cell> cells(Scope scope) throws InterruptedException {
        List<Extent.Cell> cells = new ArrayList<>();
        for (AccountId account : new TreeSet<>(api.accounts())) {
            TYPES.forEach((type, regions) -> regions.stream()
                    .filter(region -> scope.includes(account) && scope.includes(type) && scope.includes(region))
                    .forEach(region -> cells.add(new Extent.Cell(LighthouseCloud.CLOUD, account, region, type))));
        }
        return cells;
    }

    /** Reads one cell to its end, or to what stops it: then what was read is kept, and the rest is a gap. */
    private void read(Extent.Cell cell, ScanSink sink) throws InterruptedException {
        Set<String> pages = new HashSet<>();
        String next = "";
        try {
            do {
                LighthouseApi.Page page = api.list(cell, next);
                sink.page(page.resources());
                next = page.next();
            } while (!next.isEmpty() && pages.add(next));
        } catch (CloudException failed) {
            sink.gap(new ScanGap(cell, failed.failure(), next.isEmpty() ? Kept.NOTHING : Kept.SOME));
            return;
        }
        if (next.isEmpty()) {
            sink.finished(cell);
        } else {
            ReadFailure repeats = new ReadFailure(
                    Kind.BROKEN_PAGING, "lighthouse:list", "it named the same next page twice; ask again later");
            sink.gap(new ScanGap(cell, repeats, Kept.SOME));
        }
    }

    @Override
    public List<Finding> find(List<ResourceId> ids) throws InterruptedException {
        refuseIfClosed();
        List<Finding> findings = new ArrayList<>();
        for (ResourceId id : ids) {
            findings.add(find(id));
        }
        return findings;
    }

    private Finding find(ResourceId id) throws InterruptedException {
        try {
            return api.get(id).<Finding>map(Finding.Found::new).orElseGet(() -> new Finding.Absent(id));
        } catch (CloudException failed) {
            return new Finding.Unreadable(id, failed.failure());
        }
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new IllegalStateException("this cloud is closed");
        }
    }
}
