package io.tagcompliance.aws;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.Location;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.testkit.CollectingSink;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is scanned as a whole, in a lab that was prepared for it, and what is there. */
record WholeScan(AwsSettings settings, LabEstate estate, Consumer<AwsLab> prepared, Map<ResourceId, Resource> truth) {
    static final Scope SCOPE = Scope.EVERYTHING;

    static WholeScan of(AwsSettings settings, LabEstate estate, Consumer<AwsLab> prepared) {
        Set<ResourceType> types = AwsTypes.of(SCOPE).stream().map(AwsType::type).collect(Collectors.toSet());
        return new WholeScan(
                settings,
                estate,
                prepared,
                estate.resources().stream()
                        .filter(resource -> types.contains(resource.type()))
                        .filter(resource -> settings.regions().contains(whereAsked(resource)))
                        .collect(Collectors.toMap(Resource::id, Function.identity())));
    }

    /** What lies in no Region is asked for in the one that has its endpoints. */
    private static Region whereAsked(Resource resource) {
        Region region = resource.location().region();
        return region.equals(Region.GLOBAL) ? LabEstate.VIRGINIA : region;
    }

    /** Each resource once and with its own tags, or with tags that are said to be unknown; what isn't there lies in a gap. */
    void assertHidesNothing(CollectingSink scan, String when) {
        assertThat(scan.resources()).as(when).doesNotHaveDuplicates().allSatisfy(this::assertIsTrue);
        assertThat(missing(scan))
                .as(when)
                .allSatisfy(resource -> assertThat(scan.gaps()).anyMatch(gap -> hides(gap, resource)));
    }

    private void assertIsTrue(Resource found) {
        assertThat(truth).containsKey(found.id());
        if (found.tags() instanceof TagReading.Known known) {
            assertThat(known).isEqualTo(requireNonNull(truth.get(found.id())).tags());
        }
    }

    private List<Resource> missing(CollectingSink scan) {
        Set<ResourceId> found = scan.resources().stream().map(Resource::id).collect(Collectors.toSet());
        return truth.values().stream()
                .filter(resource -> !found.contains(resource.id()))
                .toList();
    }

    private static boolean hides(ScanGap gap, Resource resource) {
        Location location = resource.location();
        return switch (gap.extent()) {
            case Extent.OfCloud cloud -> true;
            case Extent.OfAccount account -> account.account().equals(location.account());
            case Extent.OfRegion region ->
                region.account().equals(location.account()) && region.region().equals(location.region());
            case Extent.Cell cell ->
                cell.account().equals(location.account())
                        && cell.region().equals(location.region())
                        && cell.type().equals(resource.type());
        };
    }
}
