package io.tagcompliance.core.resource;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import io.tagcompliance.policy.Cloud;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * The regions of one account that a scan read: those in which at least one type was read to its end. What is not among
 * them was not looked at, or is a gap.
 *
 * @param regions in alphabetical order; {@link Region#GLOBAL} where what lies in none was read
 */
public record RegionsRead(Cloud cloud, AccountId account, List<Region> regions) {
    public RegionsRead {
        regions = List.copyOf(regions);
    }

    private record Owner(Cloud cloud, AccountId account) {}

    /** Those of cells that were read to their end, by cloud and account. */
    public static List<RegionsRead> of(Collection<Extent.Cell> finished) {
        return finished.stream()
                .collect(groupingBy(
                        cell -> new Owner(cell.cloud(), cell.account()),
                        mapping(Extent.Cell::region, toCollection(TreeSet::new))))
                .entrySet()
                .stream()
                .map(entry -> new RegionsRead(
                        entry.getKey().cloud(), entry.getKey().account(), List.copyOf(entry.getValue())))
                .sorted(Comparator.comparing(RegionsRead::cloud).thenComparing(RegionsRead::account))
                .toList();
    }
}
