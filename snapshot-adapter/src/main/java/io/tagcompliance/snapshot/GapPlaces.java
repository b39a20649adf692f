package io.tagcompliance.snapshot;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.ResourceColumns;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.resource.ScanGap.Kept;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.policy.Cloud;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Where in a cloud the gaps of a file lie.
 *
 * <p>An extent is a cloud, an account in it, a region in that, a type in that. What a gap leaves empty in between
 * stands for everything that the file names there; where it names nothing, the gap is as wide as the next thing that
 * is known.
 */
final class GapPlaces {
    private final Cloud cloud;
    private final Set<Extent.Cell> cells = new HashSet<>();
    private final Set<AccountId> namedAccounts = new TreeSet<>();

    GapPlaces(Cloud cloud, ResourceColumns resources, Collection<EstateRecord.NotRead> gaps) {
        this.cloud = cloud;
        for (int site = 0; site < resources.sites(); site++) {
            cells.add(Records.cellOf(resources.site(site)));
        }
        cells.forEach(cell -> namedAccounts.add(cell.account()));
        gaps.forEach(gap -> namedAccounts.addAll(gap.part().accounts()));
    }

    /** The gaps of one record. */
    Stream<ScanGap> of(EstateRecord.NotRead gap) {
        return extents(gap.part()).map(extent -> new ScanGap(extent, gap.failure(), kept(extent)));
    }

    private Stream<Extent> extents(Scope part) {
        boolean wholeCloud = part.accounts().isEmpty()
                && part.regions().isEmpty()
                && part.types().isEmpty();
        Set<AccountId> accounts = part.accounts().isEmpty() ? namedAccounts : part.accounts();
        return wholeCloud || accounts.isEmpty()
                ? Stream.of(new Extent.OfCloud(cloud))
                : accounts.stream().sorted().flatMap(account -> inAccount(account, part));
    }

    private Stream<Extent> inAccount(AccountId account, Scope part) {
        Set<Region> regions = part.regions().isEmpty() && !part.types().isEmpty() ? regions(account) : part.regions();
        return regions.isEmpty()
                ? Stream.of(new Extent.OfAccount(cloud, account))
                : regions.stream().flatMap(region -> inRegion(new Extent.OfRegion(cloud, account, region), part));
    }

    private static Stream<Extent> inRegion(Extent.OfRegion place, Scope part) {
        return part.types().isEmpty()
                ? Stream.of(place)
                : part.types().stream()
                        .map(type -> new Extent.Cell(place.cloud(), place.account(), place.region(), type));
    }

    private Set<Region> regions(AccountId account) {
        Set<Region> regions = new TreeSet<>();
        cells.stream().filter(cell -> cell.account().equals(account)).forEach(cell -> regions.add(cell.region()));
        return regions;
    }

    private Kept kept(Extent extent) {
        return cells.stream().anyMatch(cell -> Places.contains(extent, cell)) ? Kept.SOME : Kept.NOTHING;
    }
}
