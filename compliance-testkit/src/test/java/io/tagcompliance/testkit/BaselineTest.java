package io.tagcompliance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.check.Keep;
import io.tagcompliance.core.history.KeptScan;
import io.tagcompliance.core.history.KeptScan.Reading;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ScanId;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.trend.DriftReport;
import io.tagcompliance.core.trend.DriftRequest.Baseline;
import io.tagcompliance.core.trend.Interval;
import io.tagcompliance.core.trend.ViolationHistory.Why;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which kept scan others are compared with: a partial one never, but where somebody asks for it. */
class BaselineTest extends EstateOverDays {
    private static final int FLOOD = 50;

    private Optional<TagCompliance> running = Optional.empty();

    @Override
    TagCompliance compliance() {
        return running.orElseGet(super::compliance);
    }

    private List<KeptScan> kept() throws InterruptedException {
        return drift(FLOOD).kept();
    }

    @Test
    void r59_the_baseline_is_the_oldest_complete_scan_where_a_partial_one_is_older() throws InterruptedException {
        partialDay(tidy("a"));
        day(tidy("a"), tidy("b"));
        day(bare("a"), tidy("b"));

        DriftReport.Compared found = (DriftReport.Compared) drift(FLOOD);

        assertThat(found.baseline().reading()).isEqualTo(Reading.COMPLETE);
        assertThat(found.baseline().takenAt()).hasToString("2026-10-06T09:00:00Z");
        assertThat(found.compared()).isEqualTo(2);
        assertThat(found.kept())
                .extracting(KeptScan::reading)
                .containsExactly(Reading.PARTIAL, Reading.COMPLETE, Reading.COMPLETE);
    }

    @Test
    void r59_partial_scans_alone_are_no_baseline_but_are_named() throws InterruptedException {
        partialDay(tidy("a"));
        estate.clear();
        estate.add(bare("a"));

        assertThat(drift(FLOOD))
                .isInstanceOfSatisfying(
                        DriftReport.NoBaseline.class,
                        none -> assertThat(none.kept())
                                .extracting(KeptScan::reading)
                                .containsExactly(Reading.PARTIAL));
    }

    @Test
    void a_scan_that_lacks_tags_of_resources_without_a_rule_is_partial_too() throws InterruptedException {
        policy = Estates.policy("\"required_tags\":[{\"name\":\"Owner\",\"applies_to\":[\"ec2:instance\"]}]");
        Resource instance = Estates.resource("eu-west-1 ec2:instance i", TIDY);
        check(
                Keep.AS_USUAL,
                instance,
                Estates.resource("eu-west-1 sqs:queue q", new TagReading.Unknown(Estates.DENIED)));
        assertThat(kept()).isEmpty();
        day(estate.toArray(Resource[]::new));
        day(instance, Estates.resource("eu-west-1 sqs:queue q", TIDY));

        assertThat(kept()).extracting(KeptScan::reading).containsExactly(Reading.PARTIAL, Reading.COMPLETE);
        assertThat(drift(FLOOD))
                .isInstanceOfSatisfying(
                        DriftReport.Compared.class,
                        found -> assertThat(found.baseline().isComplete()).isTrue());
        assertThat(history(Interval.DAY).lastScore()).contains(1.0);
    }

    @Test
    void scans_older_than_the_days_that_are_asked_for_are_kept_and_named_and_no_baseline() throws InterruptedException {
        day(tidy("a"));
        clock.pass(Duration.ofDays(40));
        estate.clear();
        estate.add(bare("a"));

        Baseline wanted = new Baseline.OldestWithin(30);
        DriftReport.NoBaseline none = (DriftReport.NoBaseline) drift(wanted, FLOOD);

        assertThat(none.wanted()).isEqualTo(wanted);
        assertThat(none.kept()).extracting(KeptScan::reading).containsExactly(Reading.COMPLETE);
        assertThat(drift(new Baseline.Named(none.kept().getFirst().scan()), FLOOD))
                .isInstanceOf(DriftReport.Compared.class);
    }

    @Test
    void a_partial_scan_that_is_asked_for_is_compared_by_what_both_read_and_says_that_it_is_partial()
            throws InterruptedException {
        partialDay(tidy("a"));
        day(tidy("a"), tidy("b"));
        estate.clear();
        estate.addAll(List.of(bare("a"), bare("b")));
        ScanId partial = kept().getFirst().scan();

        DriftReport.Compared found = (DriftReport.Compared) drift(new Baseline.Named(partial), FLOOD);

        assertThat(found.baseline().reading()).isEqualTo(Reading.PARTIAL);
        assertThat(found.compared()).isEqualTo(1);
        assertThat(found.unknown()).containsExactly(GAP);
        assertThat(found.drifts())
                .extracting(drift -> drift.resource().name() + " " + drift.tag() + " "
                        + drift.kind().label())
                .containsExactly("a Owner removed");
    }

    @Test
    void a_scan_that_nobody_kept_is_no_baseline() throws InterruptedException {
        day(tidy("a"));

        assertThat(drift(new Baseline.Named(new ScanId("never")), FLOOD)).isInstanceOf(DriftReport.NoBaseline.class);
    }

    @Test
    void a_partial_scan_of_the_morning_keeps_no_complete_one_of_the_same_day_away() throws InterruptedException {
        assertThat(aPartialMorning()).containsExactly(Reading.PARTIAL, Reading.COMPLETE);
    }

    @Test
    void nor_does_it_in_a_program_that_goes_on_running() throws InterruptedException {
        running = Optional.of(super.compliance());

        assertThat(aPartialMorning()).containsExactly(Reading.PARTIAL, Reading.COMPLETE);
    }

    private List<Reading> aPartialMorning() throws InterruptedException {
        gaps.add(GAP);
        check(Keep.WITH_RESOURCES, tidy("a"));
        gaps.clear();
        clock.pass(Duration.ofHours(1));
        check(Keep.AS_USUAL, tidy("a"));
        clock.pass(Duration.ofHours(1));
        return kept().stream().map(KeptScan::reading).toList();
    }

    @Test
    void r59_a_change_is_split_between_complete_scans_where_the_oldest_and_the_newest_are_partial()
            throws InterruptedException {
        partialDay(tidy("a"));
        day(tidy("a"), bare("b"));
        day(tidy("a"), tidy("b"));
        partialDay(bare("a"));

        Why why = history(Interval.DAY).why();

        assertThat(why).isInstanceOfSatisfying(Why.Known.class, known -> {
            assertThat(known.from()).isEqualTo(LocalDate.parse("2026-10-06"));
            assertThat(known.to()).isEqualTo(LocalDate.parse("2026-10-07"));
            assertThat(known.change().tagsChanged()).isCloseTo(0.5, within(1e-9));
        });
    }
}
