package io.tagcompliance.core.scan;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.ReadFailure.Kind;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.resource.ScanGap.Kept;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Names the widest thing that failed: where every cell of a region failed in the same way, the region did, and where every
 * region of an account did, the account. A region or an account of a single cell stays the cell that it is.
 */
final class GapFolding {
    private final Set<Extent.Cell> planned;
    private final Set<Extent.Cell> finished;

    GapFolding(Set<Extent.Cell> planned, Set<Extent.Cell> finished) {
        this.planned = planned;
        this.finished = finished;
    }

    List<ScanGap> fold(List<ScanGap> gaps) {
        List<Part> parts = gaps.stream().map(Part::of).toList();
        return foldInto(GapFolding::accountOf, foldInto(GapFolding::regionOf, parts)).stream()
                .map(Part::gap)
                .toList();
    }

    /** What failed in one way: as wide as is known by now, with every call of which that is known. */
    private record Part(Extent extent, Kept kept, List<ReadFailure> failures) {
        static Part of(ScanGap gap) {
            return new Part(gap.extent(), gap.kept(), List.of(gap.failure()));
        }

        Kind kind() {
            return failures.getFirst().kind();
        }

        ScanGap gap() {
            return new ScanGap(extent, LikeFailures.asOne(failures), kept);
        }
    }

    private List<Part> foldInto(Function<Extent, Extent> wider, List<Part> gaps) {
        Map<Extent, List<Part>> groups =
                gaps.stream().collect(groupingBy(gap -> wider.apply(gap.extent()), LinkedHashMap::new, toList()));
        Map<Extent, Set<Extent.Cell>> plannedIn = planned.stream().collect(groupingBy(wider, toSet()));
        Set<Extent> partlyRead = finished.stream().map(wider).collect(toSet());
        List<Part> folded = new ArrayList<>();
        groups.forEach((extent, group) -> {
            Set<Extent.Cell> cells = plannedIn.getOrDefault(extent, Set.of());
            if (group.size() > 1 && !partlyRead.contains(extent) && failedAsAWhole(cells, group)) {
                folded.add(asOne(extent, group));
            } else {
                folded.addAll(group);
            }
        });
        return folded;
    }

    private static boolean failedAsAWhole(Set<Extent.Cell> cells, List<Part> group) {
        Set<Kind> kinds = group.stream().map(Part::kind).collect(toSet());
        Set<Extent> failed = group.stream().map(Part::extent).collect(toSet());
        return kinds.size() == 1
                && cells.stream()
                        .allMatch(cell -> failed.contains(cell)
                                || failed.contains(regionOf(cell))
                                || failed.contains(accountOf(cell)));
    }

    private static Part asOne(Extent extent, List<Part> group) {
        boolean keptSome = group.stream().anyMatch(gap -> gap.kept() == Kept.SOME);
        List<ReadFailure> failures = group.stream()
                .flatMap(part -> part.failures().stream())
                .distinct()
                .toList();
        return new Part(extent, keptSome ? Kept.SOME : Kept.NOTHING, failures);
    }

    private static Extent regionOf(Extent extent) {
        return switch (extent) {
            case Extent.Cell cell -> new Extent.OfRegion(cell.cloud(), cell.account(), cell.region());
            case Extent.OfRegion region -> region;
            case Extent.OfAccount account -> account;
            case Extent.OfCloud cloud -> cloud;
        };
    }

    private static Extent accountOf(Extent extent) {
        return switch (extent) {
            case Extent.Cell cell -> new Extent.OfAccount(cell.cloud(), cell.account());
            case Extent.OfRegion region -> new Extent.OfAccount(region.cloud(), region.account());
            case Extent.OfAccount account -> account;
            case Extent.OfCloud cloud -> cloud;
        };
    }
}
