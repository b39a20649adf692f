package io.tagcompliance.snapshot;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.Ints;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceColumns;
import io.tagcompliance.core.resource.ResourceColumnsBuilder;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.resource.Site;
import io.tagcompliance.core.spi.Finding;
import io.tagcompliance.core.spi.Reach;
import io.tagcompliance.policy.ResourceType;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
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

    private final ResourceColumns resources;
    private final Map<Extent.Cell, List<Resource>> byCell = new TreeMap<>(BY_PLACE);
    private final List<ScanGap> gaps;
    private final Reach reach;

    /** Of resources in the order of the record, each id once. */
    Records(ResourceColumns resources, List<ScanGap> gaps) {
        this.resources = resources;
        this.gaps = List.copyOf(gaps);
        Map<Extent.Cell, Ints> rows = new HashMap<>();
        List<Ints> bySite = new ArrayList<>();
        for (int site = 0; site < resources.sites(); site++) {
            bySite.add(rows.computeIfAbsent(cellOf(resources.site(site)), cell -> new Ints()));
        }
        for (int row = 0; row < resources.size(); row++) {
            bySite.get(resources.siteOf(row)).add(row);
        }
        rows.forEach((cell, ofCell) -> byCell.put(cell, new RowsOfCell(resources, ofCell.toArray())));
        this.reach = reachOfCells();
    }

    /** @throws IllegalArgumentException where two resources have the same id */
    static Records of(List<Resource> resources) {
        ResourceColumnsBuilder builder = ResourceColumnsBuilder.distinct();
        resources.forEach(builder::add);
        if (builder.size() < resources.size()) {
            throw new IllegalArgumentException("two resources have one id");
        }
        return new Records(builder.build(), List.of());
    }

    static Records none() {
        return of(List.of());
    }

    /** The resources of a cell, made when they are asked for. */
    private static final class RowsOfCell extends AbstractList<Resource> implements RandomAccess {
        private final ResourceColumns resources;
        private final int[] rows;

        RowsOfCell(ResourceColumns resources, int[] rows) {
            this.resources = resources;
            this.rows = rows;
        }

        @Override
        public Resource get(int index) {
            return resources.get(rows[index]);
        }

        @Override
        public int size() {
            return rows.length;
        }
    }

    static Extent.Cell cellOf(Site site) {
        return new Extent.Cell(
                site.cloud(), site.location().account(), site.location().region(), site.type());
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
        int row = resources.find(id);
        return row >= 0 ? new Finding.Found(resources.get(row)) : unseen(id);
    }

    private Finding unseen(ResourceId id) {
        Optional<ScanGap> doubt =
                gaps.stream().filter(gap -> Places.mayContain(gap.extent(), id)).findFirst();
        return doubt.<Finding>map(gap -> new Finding.Unreadable(id, gap.failure()))
                .orElseGet(() -> new Finding.Absent(id));
    }
}
