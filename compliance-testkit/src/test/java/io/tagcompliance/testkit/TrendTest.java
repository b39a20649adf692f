package io.tagcompliance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.check.CheckRequest;
import io.tagcompliance.core.check.Kept;
import io.tagcompliance.core.check.ResourceFilter;
import io.tagcompliance.core.history.ScanPoint.AttributionGap;
import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.ReadFailure.Kind;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ScanId;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.core.trend.Direction;
import io.tagcompliance.core.trend.DriftReport;
import io.tagcompliance.core.trend.DriftRequest.Baseline;
import io.tagcompliance.core.trend.HistoryRequest;
import io.tagcompliance.core.trend.Interval;
import io.tagcompliance.core.trend.ScoreChange;
import io.tagcompliance.core.trend.TagDrift;
import io.tagcompliance.core.trend.ViolationHistory;
import io.tagcompliance.core.trend.ViolationHistory.Place;
import io.tagcompliance.core.trend.ViolationHistory.Why;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.Severity;
import io.tagcompliance.policy.TagKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An estate over some days, by one history. */
class TrendTest extends EstateOverDays {
    @Test
    void a_score_that_rises_is_improving_and_falls_declining() throws InterruptedException {
        day(tidy("a"), bare("b"), bare("c"), bare("d"));
        assertThat(history(Interval.DAY).direction()).isEqualTo(Direction.NOT_ENOUGH_DATA);
        day(tidy("a"), tidy("b"), tidy("c"), bare("d"));

        ViolationHistory better = history(Interval.DAY);
        assertThat(better.direction()).isEqualTo(Direction.IMPROVING);
        assertThat(better.change()).isCloseTo(0.5, within(1e-9));

        day(bare("a"), bare("b"), bare("c"), bare("d"));
        assertThat(history(Interval.DAY).direction()).isEqualTo(Direction.DECLINING);
    }

    @Test
    void r59_a_partial_scan_is_a_hole_and_never_a_point_on_the_line() throws InterruptedException {
        day(tidy("a"), bare("b"));
        gaps.add(GAP);
        day(tidy("a"));
        gaps.clear();
        day(tidy("a"), bare("b"));

        ViolationHistory history = history(Interval.DAY);

        assertThat(history.entries())
                .extracting(ViolationHistory.Entry::onLine)
                .containsExactly(Place.ON_THE_LINE, Place.PARTIAL, Place.ON_THE_LINE);
        assertThat(history.direction()).isEqualTo(Direction.STABLE);
        assertThat(history.entries().get(1).partial()).isEqualTo(1);
    }

    @Test
    void another_policy_is_another_line() throws InterruptedException {
        day(tidy("a"), bare("b"));
        policy = requiring("CostCenter");
        day(tidy("a"), bare("b"));

        ViolationHistory history = history(Interval.DAY);

        assertThat(history.otherPolicies()).isEqualTo(1);
        assertThat(history.line()).hasSize(1);
        assertThat(history.direction()).isEqualTo(Direction.NOT_ENOUGH_DATA);
    }

    @Test
    void another_scope_is_another_history() throws InterruptedException {
        day(tidy("a"));

        assertThat(compliance()
                        .history()
                        .show(new HistoryRequest(
                                new ResourceFilter(ResourceFilter.EVERYTHING.scope(), Set.of(), TIDY),
                                90,
                                Interval.DAY))
                        .entries())
                .isEmpty();
    }

    @Test
    void weeks_begin_on_monday_and_are_told_by_their_last_complete_scan() throws InterruptedException {
        day(tidy("a"), bare("b"));
        day(tidy("a"), tidy("b"));
        gaps.add(GAP);
        day(bare("a"));
        gaps.clear();

        ViolationHistory history = history(Interval.WEEK);

        assertThat(history.entries()).singleElement().satisfies(week -> {
            assertThat(week.start()).hasToString("2026-10-05");
            assertThat(week.point().score()).contains(1.0);
            assertThat(week.partial()).isEqualTo(1);
        });
    }

    @Test
    void a_change_is_split_into_policy_tags_and_resources_which_add_up() throws InterruptedException {
        day(tidy("a"), tidy("b"), bare("c"), bare("d"));
        policy = requiring("CostCenter");
        Map<String, String> paid = Map.of("Owner", "ann", "CostCenter", "cc");
        day(NamedResources.database("a", paid), tidy("b"), bare("c"), NamedResources.database("e", paid));

        Why why = history(Interval.DAY).why();

        assertThat(why).isInstanceOfSatisfying(Why.Known.class, known -> {
            ScoreChange change = known.change();
            assertThat(change.policyChanged()).isCloseTo(-0.5, within(1e-9));
            assertThat(change.tagsChanged()).isCloseTo(0.25, within(1e-9));
            assertThat(change.resourcesChanged()).isCloseTo(0.25, within(1e-9));
            assertThat(change.total()).isCloseTo(0.5 - 0.5, within(1e-9));
        });
    }

    @Test
    void the_gap_of_the_last_closed_bill_is_kept_with_a_check_of_everything() throws InterruptedException {
        estate.add(tidy("a"));
        ChargeRow untagged = ContractBill.usage(3, "i-0123456789abcdef0", "10");
        try (TagCompliance compliance = TagCompliance.judgedBy(policy)
                .reading(InMemoryCloud.of(List.of(tidy("a"))))
                .billedBy(InMemoryLedger.of(List.of(untagged)))
                .keeping(InMemoryHistory.on(store, clock))
                .at(() -> Instant.parse("2026-10-20T00:00:00Z"))
                .build()) {
            compliance.check().check(CheckRequest.EVERYTHING, Patience.UNLIMITED);

            assertThat(compliance
                            .history()
                            .show(new HistoryRequest(ResourceFilter.EVERYTHING, 90, Interval.DAY))
                            .line())
                    .singleElement()
                    .satisfies(point -> assertThat(point.attributionGap())
                            .isInstanceOfSatisfying(
                                    AttributionGap.Known.class,
                                    known -> assertThat(known.money().amount()).isEqualByComparingTo("10")));
        }
    }

    @Test
    void drift_has_four_kinds_and_a_deleted_resource_is_none_of_them() throws InterruptedException {
        day(
                NamedResources.database("a", Map.of("Owner", "ann", "Old", "1", "Same", "x", "team", "t")),
                NamedResources.database("gone", TIDY));
        estate.clear();
        estate.add(NamedResources.database("a", Map.of("Owner", "bob", "New", "2", "Same", "x", "Team", "t")));
        estate.add(bare("came"));

        DriftReport.Compared found = (DriftReport.Compared) drift(50);

        assertThat(found.compared()).isEqualTo(1);
        assertThat(found.drifts())
                .extracting(one -> one.tag() + " " + one.kind().label() + " "
                        + one.values().before().orElse("-") + ">"
                        + one.values().after().orElse("-"))
                .containsExactlyInAnyOrder(
                        "Owner changed ann>bob", "Old removed 1>-", "New added ->2", "Team key_case_changed t>t");
        assertThat(found.drifts().getFirst().tag()).isEqualTo("Owner");
        assertThat(found.drifts().getFirst().severity()).isEqualTo(Severity.ERROR);
        assertThat(((DriftReport.Compared) drift(50, new TagKey("OWNER"))).drifts())
                .extracting(TagDrift::tag)
                .containsExactly("Owner");
    }

    /** What a scan keeps of a resource whose tags it was denied. */
    private static Resource unread(String name) {
        Resource one = bare(name);
        return new Resource(
                one.id(),
                one.type(),
                one.location(),
                name,
                new TagReading.Unknown(new ReadFailure(Kind.ACCESS_DENIED, "rds:ListTagsForResource", "Allow it.")),
                one.creation());
    }

    @Test
    void a_resource_whose_tags_one_of_the_scans_could_not_read_is_unknown_too() throws InterruptedException {
        day(tidy("a"), tidy("b"), tidy("c"), tidy("d"));
        estate.clear();
        estate.addAll(List.of(unread("a"), unread("b"), bare("c"), tidy("d"), unread("new")));

        DriftReport.Compared found = (DriftReport.Compared) drift(50);

        assertThat(found.drifts()).extracting(drift -> drift.resource().name()).containsExactly("c");
        assertThat(found.compared()).isEqualTo(2);
        assertThat(found.unknown()).singleElement().satisfies(gap -> {
            assertThat(gap.extent())
                    .isEqualTo(new Extent.Cell(
                            Cloud.AWS, InMemoryCloud.ACCOUNT, new Region("eu-west-1"), new ResourceType("rds:db")));
            assertThat(gap.failure().operation()).isEqualTo("rds:ListTagsForResource");
            assertThat(gap.failure().remedy()).startsWith("Allow it.").contains("2 resources are not compared");
        });
    }

    @Test
    void tags_that_the_older_scan_alone_could_not_read_are_unknown() throws InterruptedException {
        day(unread("a"), tidy("b"));
        estate.clear();
        estate.addAll(List.of(tidy("a"), tidy("b")));
        ScanId partial = drift(50).kept().getFirst().scan();

        DriftReport.Compared found = (DriftReport.Compared) drift(new Baseline.Named(partial), 50);

        assertThat(found.drifts()).isEmpty();
        assertThat(found.unknown())
                .singleElement()
                .satisfies(gap -> assertThat(gap.failure().remedy()).contains("one resource is not compared"));
    }

    @Test
    void what_lay_in_a_gap_is_unknown_and_not_removed() throws InterruptedException {
        day(tidy("a"), tidy("b"));
        estate.clear();
        estate.add(tidy("a"));
        gaps.add(GAP);

        DriftReport.Compared found = (DriftReport.Compared) drift(50);

        assertThat(found.drifts()).isEmpty();
        assertThat(found.unknown()).containsExactly(GAP);
    }

    @Test
    void one_change_on_many_resources_is_one_incident() throws InterruptedException {
        day(tidy("a"), tidy("b"), tidy("c"));
        estate.clear();
        estate.addAll(List.of(bare("a"), bare("b"), bare("c")));

        assertThat(((DriftReport.Compared) drift(3)).incidents())
                .singleElement()
                .satisfies(flood -> {
                    assertThat(flood.tag()).isEqualTo("Owner");
                    assertThat(flood.resources()).isEqualTo(3);
                });
        assertThat(((DriftReport.Compared) drift(4)).incidents()).isEmpty();
    }

    @Test
    void without_a_kept_scan_there_is_no_baseline() throws InterruptedException {
        estate.add(tidy("a"));

        assertThat(drift(50)).isInstanceOf(DriftReport.NoBaseline.class);
    }

    @Test
    void r67_a_check_answers_where_the_history_can_not_be_used() throws Exception {
        estate.add(tidy("a"));
        AutoCloseable blocked = store.block();
        try {
            assertThat(compliance().check().check(CheckRequest.EVERYTHING, Patience.UNLIMITED))
                    .satisfies(check -> assertThat(check.kept()).isEqualTo(Kept.STORE_UNAVAILABLE))
                    .satisfies(check ->
                            assertThat(check.figures().counts().compliant()).isEqualTo(1));
        } finally {
            blocked.close();
        }
    }
}
