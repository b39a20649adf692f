package io.tagcompliance.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whose score a gap withholds. */
class GapReachTest {
    private static final AccountId ONE = new AccountId("1");
    private static final AccountId TWO = new AccountId("2");
    private static final Region WEST = new Region("eu-west-1");
    private static final Region EAST = new Region("us-east-1");
    private static final ResourceType INSTANCE = new ResourceType("ec2:instance");
    private static final ResourceType BUCKET = new ResourceType("s3:bucket");

    @Test
    void a_gap_of_a_cloud_reaches_into_every_part_of_it_and_of_no_other() {
        assertThat(reached(new Extent.OfCloud(Cloud.AWS)))
                .containsExactly("cloud", "instances", "buckets", "account 1", "account 2", "west", "east");
        assertThat(reached(new Extent.OfCloud(Cloud.GCP))).isEmpty();
    }

    @Test
    void a_gap_of_an_account_reaches_into_all_types_and_regions() {
        assertThat(reached(new Extent.OfAccount(Cloud.AWS, ONE)))
                .containsExactly("cloud", "instances", "buckets", "account 1", "west", "east");
    }

    @Test
    void a_gap_of_a_region_spares_the_others() {
        assertThat(reached(new Extent.OfRegion(Cloud.AWS, ONE, WEST)))
                .containsExactly("cloud", "instances", "buckets", "account 1", "west");
    }

    @Test
    void a_gap_of_a_cell_spares_other_types_too() {
        assertThat(reached(new Extent.Cell(Cloud.AWS, ONE, WEST, INSTANCE)))
                .containsExactly("cloud", "instances", "account 1", "west");
    }

    @Test
    void what_is_listed_once_for_all_regions_reaches_into_each_folded_or_not() {
        assertThat(reached(new Extent.Cell(Cloud.AWS, TWO, Region.GLOBAL, BUCKET)))
                .containsExactly("cloud", "buckets", "account 2", "west", "east");
        assertThat(reached(new Extent.OfRegion(Cloud.AWS, TWO, Region.GLOBAL)))
                .containsExactly("cloud", "instances", "buckets", "account 2", "west", "east");
    }

    @Test
    void score_of_counts_is_known_withheld_or_not_there() {
        assertThat(new Counts(5, 3, 1, 0, 0).score(false)).isEqualTo(new Score.Known(0.75));
        assertThat(new Counts(5, 3, 1, 0, 0).score(true)).isEqualTo(new Score.Withheld(new Score.Known(0.75)));
        assertThat(new Counts(0, 3, 1, 2, 0).score(false)).isEqualTo(new Score.Withheld(new Score.Known(0.75)));
        assertThat(new Counts(5, 0, 0, 0, 0).score(false)).isEqualTo(new Score.NothingApplicable());
        assertThat(new Counts(0, 0, 0, 2, 0).score(false)).isEqualTo(new Score.Withheld(new Score.NothingApplicable()));
        assertThat(new Counts(1, 2, 3, 4, 5))
                .extracting(Counts::applicable, Counts::total)
                .containsExactly(9, 15);
        assertThat(new Score.Withheld(new Score.Known(1)).reaches(0.1)).isFalse();
        assertThat(new Score.Known(0.5).reaches(0.5)).isTrue();
    }

    private static List<String> reached(Extent extent) {
        ReadFailure denied = new ReadFailure(ReadFailure.Kind.ACCESS_DENIED, "x:List", "allow it");
        GapReach gaps = new GapReach(List.of(new ScanGap(extent, denied, ScanGap.Kept.NOTHING)));
        record Part(String name, boolean reached) {}
        return Stream.of(
                        new Part("cloud", gaps.into(Cloud.AWS)),
                        new Part("instances", gaps.into(Cloud.AWS, INSTANCE)),
                        new Part("buckets", gaps.into(Cloud.AWS, BUCKET)),
                        new Part("account 1", gaps.into(Cloud.AWS, ONE)),
                        new Part("account 2", gaps.into(Cloud.AWS, TWO)),
                        new Part("west", gaps.into(Cloud.AWS, WEST)),
                        new Part("east", gaps.into(Cloud.AWS, EAST)))
                .filter(Part::reached)
                .map(Part::name)
                .toList();
    }
}
