package io.tagcompliance.core.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.ReadFailure.Kind;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.resource.ScanGap.Kept;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GapFoldingTest {
    private static final Extent.Cell EC2_WEST = cell("1", "eu-west-1", "ec2:instance");
    private static final Extent.Cell RDS_WEST = cell("1", "eu-west-1", "rds:db");
    private static final Extent.Cell EC2_EAST = cell("1", "us-east-1", "ec2:instance");
    private static final Extent.Cell RDS_EAST = cell("1", "us-east-1", "rds:db");
    private static final Extent.Cell BUCKETS = cell("1", "global", "s3:bucket");
    private static final Extent WEST = new Extent.OfRegion(Cloud.AWS, new AccountId("1"), new Region("eu-west-1"));
    private static final Extent ACCOUNT = new Extent.OfAccount(Cloud.AWS, new AccountId("1"));

    @Test
    void every_cell_of_a_region_denied_is_the_region() {
        assertThat(fold(Set.of(EC2_WEST, RDS_WEST, EC2_EAST), Set.of(EC2_EAST), denied(EC2_WEST), denied(RDS_WEST)))
                .containsExactly(denied(WEST));
    }

    @Test
    void every_region_of_an_account_denied_is_the_account() {
        assertThat(fold(
                        Set.of(EC2_WEST, RDS_WEST, EC2_EAST, RDS_EAST, BUCKETS),
                        Set.of(),
                        denied(EC2_WEST),
                        denied(RDS_WEST),
                        denied(EC2_EAST),
                        denied(RDS_EAST),
                        denied(BUCKETS)))
                .containsExactly(denied(ACCOUNT));
    }

    @Test
    void another_account_is_not_swallowed() {
        Extent.Cell other = cell("2", "eu-west-1", "ec2:instance");

        assertThat(fold(Set.of(EC2_WEST, EC2_EAST, other), Set.of(other), denied(EC2_WEST), denied(EC2_EAST)))
                .containsExactly(denied(ACCOUNT));
    }

    @Test
    void a_region_of_a_single_cell_stays_the_cell() {
        assertThat(fold(Set.of(EC2_WEST, EC2_EAST), Set.of(EC2_EAST), denied(EC2_WEST)))
                .containsExactly(denied(EC2_WEST));
        assertThat(fold(Set.of(BUCKETS), Set.of(), denied(BUCKETS))).containsExactly(denied(BUCKETS));
    }

    @Test
    void a_region_with_a_cell_that_was_read_or_was_never_reached_stays_apart() {
        Extent.Cell third = cell("1", "eu-west-1", "sqs:queue");

        assertThat(fold(Set.of(EC2_WEST, RDS_WEST, third), Set.of(third), denied(EC2_WEST), denied(RDS_WEST)))
                .containsExactly(denied(EC2_WEST), denied(RDS_WEST));
        assertThat(fold(Set.of(EC2_WEST, RDS_WEST), Set.of(third), denied(EC2_WEST), denied(RDS_WEST)))
                .as("read though nobody planned it")
                .containsExactly(denied(EC2_WEST), denied(RDS_WEST));
        assertThat(fold(Set.of(EC2_WEST, RDS_WEST, third), Set.of(), denied(EC2_WEST), denied(RDS_WEST)))
                .containsExactly(denied(EC2_WEST), denied(RDS_WEST));
    }

    @Test
    void cells_that_failed_in_different_ways_stay_apart() {
        ScanGap throttled = gap(RDS_WEST, Kind.THROTTLED, Kept.NOTHING);

        assertThat(fold(Set.of(EC2_WEST, RDS_WEST), Set.of(), denied(EC2_WEST), throttled))
                .containsExactly(denied(EC2_WEST), throttled);
    }

    @Test
    void what_was_kept_of_one_cell_was_kept_of_the_region() {
        assertThat(fold(
                        Set.of(EC2_WEST, RDS_WEST),
                        Set.of(),
                        denied(EC2_WEST),
                        gap(RDS_WEST, Kind.ACCESS_DENIED, Kept.SOME)))
                .containsExactly(gap(WEST, Kind.ACCESS_DENIED, Kept.SOME));
    }

    @Test
    void a_region_that_was_reported_as_one_is_folded_with_the_others() {
        assertThat(fold(Set.of(EC2_WEST, EC2_EAST), Set.of(), denied(WEST), denied(EC2_EAST)))
                .containsExactly(denied(ACCOUNT));
    }

    @Test
    void a_folded_gap_tells_of_every_call_that_is_lacking() {
        assertThat(fold(Set.of(EC2_WEST, RDS_WEST), Set.of(), lacking(RDS_WEST), lacking(EC2_WEST)))
                .extracting(
                        gap -> gap.failure().operation(), gap -> gap.failure().remedy())
                .containsExactly(tuple(
                        "ec2:instance:List",
                        "Allow ec2:instance:List in eu-west-1. The same holds for one other call: rds:db:List."));
        assertThat(remedyOfAll("1", List.of(RDS_EAST, EC2_WEST, BUCKETS, RDS_WEST, EC2_EAST)))
                .isEqualTo("Allow ec2:instance:List in eu-west-1."
                        + " The same holds for 2 other calls, in other regions too: rds:db:List, s3:bucket:List.");
    }

    @Test
    void of_many_calls_a_few_are_named_and_all_are_counted() {
        List<Extent.Cell> cells = Stream.of("eu-west-1", "us-east-1")
                .flatMap(region -> IntStream.range(10, 75).mapToObj(type -> cell("1", region, "type:" + type)))
                .toList();

        assertThat(remedyOfAll("1", cells))
                .startsWith(
                        "Allow type:10:List in eu-west-1. The same holds for 64 other calls, in other regions too: type:11:List, ")
                .endsWith("type:20:List and 54 more.");
    }

    @Test
    void one_call_that_is_lacking_everywhere_is_not_lacking_in_one_region_alone() {
        assertThat(remedyOfAll("1", List.of(EC2_WEST, EC2_EAST)))
                .isEqualTo("Allow ec2:instance:List in eu-west-1. The same holds for that call in the other regions.");
    }

    @Test
    void a_cloud_stays_a_cloud() {
        ScanGap cloud = denied(new Extent.OfCloud(Cloud.GCP));

        assertThat(fold(Set.of(EC2_WEST), Set.of(EC2_WEST), cloud)).containsExactly(cloud);
    }

    @Test
    void a_large_estate_that_is_denied_as_a_whole_is_folded_in_a_moment() {
        List<ScanGap> gaps = new ArrayList<>();
        Set<Extent.Cell> planned = new LinkedHashSet<>();
        for (int account = 0; account < 100; account++) {
            for (int number = 0; number < 17 * 30; number++) {
                planned.add(cell("a" + account, "region-" + number % 17, "type:" + number / 17));
            }
        }
        planned.forEach(cell -> gaps.add(denied(cell)));

        assertTimeoutPreemptively(
                Duration.ofSeconds(3),
                () -> assertThat(new GapFolding(planned, Set.of()).fold(gaps)).hasSize(100));
    }

    private static List<ScanGap> fold(Set<Extent.Cell> planned, Set<Extent.Cell> finished, ScanGap... gaps) {
        return new GapFolding(planned, finished).fold(Stream.of(gaps).toList());
    }

    private static ScanGap denied(Extent extent) {
        return gap(extent, Kind.ACCESS_DENIED, Kept.NOTHING);
    }

    private static ScanGap gap(Extent extent, Kind kind, Kept kept) {
        return new ScanGap(extent, new ReadFailure(kind, "x:List", "allow it"), kept);
    }

    /** As a cloud says it: each type has a call of its own, and each region is named. */
    private static ScanGap lacking(Extent.Cell cell) {
        String operation = cell.type().name() + ":List";
        String remedy = "Allow " + operation + " in " + cell.region() + ".";
        return new ScanGap(cell, new ReadFailure(Kind.ACCESS_DENIED, operation, remedy), Kept.NOTHING);
    }

    private static String remedyOfAll(String account, List<Extent.Cell> cells) {
        List<ScanGap> folded = new GapFolding(Set.copyOf(cells), Set.of())
                .fold(cells.stream().map(GapFoldingTest::lacking).toList());

        assertThat(folded)
                .singleElement()
                .satisfies(gap ->
                        assertThat(gap.extent()).isEqualTo(new Extent.OfAccount(Cloud.AWS, new AccountId(account))));
        return folded.getFirst().failure().remedy();
    }

    private static Extent.Cell cell(String account, String region, String type) {
        return new Extent.Cell(Cloud.AWS, new AccountId(account), new Region(region), new ResourceType(type));
    }
}
