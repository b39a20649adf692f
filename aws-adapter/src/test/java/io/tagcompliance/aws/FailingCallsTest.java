package io.tagcompliance.aws;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.testkit.CollectingSink;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A whole scan, again and again, with call 1, 2, 3 … failing: what is missing is always said, and nothing else changes. */
@Timeout(300)
class FailingCallsTest {
    private static final LabEstate ESTATE = LabEstate.ofEverything(2);
    private static final Map<ResourceId, Resource> TRUTH = ESTATE.resources().stream()
            .filter(resource -> resource.location().region().equals(LabEstate.IRELAND))
            .filter(resource -> AwsTypes.of(Scope.EVERYTHING).stream()
                    .anyMatch(type -> type.type().equals(resource.type())))
            .collect(Collectors.toMap(Resource::id, Function.identity()));

    private final AtomicInteger calls = new AtomicInteger();
    private int failing;

    /** Scans Ireland with one call failing like that; how many calls there were. */
    private CollectingSink scan(LabFault fault, int nth) throws InterruptedException {
        calls.set(0);
        failing = nth;
        CollectingSink sink = new CollectingSink();
        try (AwsLab lab = new AwsLab(ESTATE);
                AwsCloud cloud = lab.cloud(new AwsSettings(Set.of(LabEstate.IRELAND)))) {
            lab.disturb(call -> calls.incrementAndGet() == failing, fault);
            cloud.inventory().scan(Scope.EVERYTHING, sink);
        }
        return sink;
    }

    @Test
    void what_a_denied_call_hides_is_a_gap_or_an_unknown_tag_whichever_call_it_is() throws InterruptedException {
        scan(LabFault.NONE, 0);
        int all = calls.get();
        for (int nth = 1; nth <= all; nth++) {
            CollectingSink scan = scan(LabFault.DENIED, nth);

            assertThat(scan.resources()).as("call %d", nth).doesNotHaveDuplicates();
            assertThat(scan.resources()).as("call %d", nth).allSatisfy(FailingCallsTest::isTrue);
            assertThat(missing(scan))
                    .as("call %d", nth)
                    .allSatisfy(resource -> assertThat(scan.gaps()).anyMatch(gap -> hides(gap, resource)));
        }
    }

    @Test
    void one_bad_answer_changes_nothing_whichever_call_it_is() throws InterruptedException {
        scan(LabFault.NONE, 0);
        int all = calls.get();
        for (int nth = 1; nth <= all; nth++) {
            CollectingSink scan = scan(LabFault.BAD_GATEWAY, nth);

            assertThat(scan.gaps()).as("call %d", nth).isEmpty();
            assertThat(AwsLabTest.tags(scan.resources()))
                    .as("call %d", nth)
                    .isEqualTo(AwsLabTest.tags(List.copyOf(TRUTH.values())));
        }
    }

    /** Tags that are known are the right ones; unknown ones are said to be. */
    private static void isTrue(Resource found) {
        assertThat(TRUTH).containsKey(found.id());
        if (found.tags() instanceof TagReading.Known known) {
            assertThat(known).isEqualTo(requireNonNull(TRUTH.get(found.id())).tags());
        }
    }

    private static List<Resource> missing(CollectingSink scan) {
        Set<ResourceId> found = scan.resources().stream().map(Resource::id).collect(Collectors.toSet());
        return TRUTH.values().stream()
                .filter(resource -> !found.contains(resource.id()))
                .toList();
    }

    private static boolean hides(ScanGap gap, Resource resource) {
        return switch (gap.extent()) {
            case Extent.OfCloud cloud -> true;
            case Extent.OfAccount account -> true;
            case Extent.OfRegion region ->
                region.region().equals(resource.location().region());
            case Extent.Cell cell ->
                cell.type().equals(resource.type())
                        && cell.region().equals(resource.location().region());
        };
    }
}
