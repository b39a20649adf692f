package io.tagcompliance.snapshot;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.Location;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.spi.Finding;
import io.tagcompliance.core.spi.Reach;
import io.tagcompliance.policy.ResourceType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is on record about one cloud: resources by cell, and the parts that could not be read. Immutable.
 *
 * <p>Cells come ordered by account, region and type; the resources of one cell in the order of the record.
 */
final class Records {
    private static final Comparator<Extent.Cell> BY_PLACE = Comparator.comparing(Extent.Cell::account)
            .thenComparing(Extent.Cell::region)
            .thenComparing(Extent.Cell::type);

    private final Map<Extent.Cell, List<Resource>> byCell = new TreeMap<>(BY_PLACE);
    private final Map<ResourceId, Resource> byId = new HashMap<>();
    private final List<ScanGap> gaps;
    private final Reach reach;

    /** @throws IllegalArgumentException where two resources have the same id */
    Records(List<Resource> resources, List<ScanGap> gaps) {
        this.gaps = List.copyOf(gaps);
        resources.forEach(this::add);
        byCell.replaceAll((cell, members) -> List.copyOf(members));
        this.reach = reachOfCells();
    }

    static Records none() {
        return new Records(List.of(), List.of());
    }

    private void add(Resource resource) {
        if (byId.put(resource.id(), resource) != null) {
            throw new IllegalArgumentException("two resources have one id");
        }
        byCell.computeIfAbsent(cellOf(resource), cell -> new ArrayList<>()).add(resource);
    }

    static Extent.Cell cellOf(Resource resource) {
        Location location = resource.location();
        return new Extent.Cell(resource.id().cloud(), location.account(), location.region(), resource.type());
    }

    private Reach reachOfCells() {
        Set<ResourceType> types = new HashSet<>();
        Set<Region> regions = new HashSet<>();
        allCells().forEach(cell -> {
            types.add(cell.type());
            regions.add(cell.region());
        });
        gaps.stream().map(ScanGap::extent).flatMap(Places::regionOf).forEach(regions::add);
        return new Reach(types, regions);
    }

    private Stream<Extent.Cell> allCells() {
        Stream<Extent.Cell> unread = gaps.stream()
                .map(ScanGap::extent)
                .filter(Extent.Cell.class::isInstance)
                .map(Extent.Cell.class::cast);
        return Stream.concat(byCell.keySet().stream(), unread).distinct();
    }

    /** The types and regions that are named somewhere: nothing is known of any other. */
    Reach reach() {
        return reach;
    }

    Set<AccountId> accounts() {
        Set<AccountId> accounts = new HashSet<>();
        byCell.keySet().forEach(cell -> accounts.add(cell.account()));
        gaps.stream().map(ScanGap::extent).flatMap(Places::accountOf).forEach(accounts::add);
        return Collections.unmodifiableSet(accounts);
    }

    /** The cells of a scope, those included of which nothing could be read. */
    List<Extent.Cell> cells(Scope scope) {
        return allCells().filter(cell -> Places.touch(scope, cell)).toList();
    }

    /** The resources of a cell. */
    List<Resource> in(Extent.Cell cell) {
        return byCell.getOrDefault(cell, List.of());
    }

    /** The gaps that touch a scope. */
    List<ScanGap> gaps(Scope scope) {
        return gaps.stream().filter(gap -> Places.touch(scope, gap.extent())).toList();
    }

    boolean isComplete(Extent.Cell cell) {
        return gaps.stream().noneMatch(gap -> Places.contains(gap.extent(), cell));
    }

    Finding find(ResourceId id) {
        Resource known = byId.get(id);
        return known != null ? new Finding.Found(known) : unseen(id);
    }

    private Finding unseen(ResourceId id) {
        Optional<ScanGap> doubt =
                gaps.stream().filter(gap -> Places.mayContain(gap.extent(), id)).findFirst();
        return doubt.<Finding>map(gap -> new Finding.Unreadable(id, gap.failure()))
                .orElseGet(() -> new Finding.Absent(id));
    }

    /** Every resource, cell by cell. */
    List<Resource> resources() {
        return byCell.values().stream().flatMap(List::stream).toList();
    }
}
