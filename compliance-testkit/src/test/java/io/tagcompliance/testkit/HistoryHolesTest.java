package io.tagcompliance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tagcompliance.core.check.Keep;
import io.tagcompliance.core.trend.Direction;
import io.tagcompliance.core.trend.Interval;
import io.tagcompliance.core.trend.ViolationHistory;
import io.tagcompliance.core.trend.ViolationHistory.Entry;
import io.tagcompliance.core.trend.ViolationHistory.Place;
import io.tagcompliance.core.trend.ViolationHistory.Unscanned;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Of what a history knows nothing, since nothing was scanned. */
class HistoryHolesTest extends EstateOverDays {
    private static Unscanned run(String from, String until, int intervals) {
        return new Unscanned(LocalDate.parse(from), LocalDate.parse(until), intervals);
    }

    private void pass(int days) {
        clock.pass(Duration.ofDays(days));
    }

    @Test
    void days_without_a_scan_are_told_before_between_and_after_those_with_one() throws InterruptedException {
        day(tidy("a"));
        pass(3);
        day(tidy("a"));

        ViolationHistory history = history(10, Interval.DAY);

        assertThat(history.entries()).hasSize(2);
        assertThat(history.unscanned())
                .containsExactly(
                        run("2026-10-01", "2026-10-05", 4),
                        run("2026-10-06", "2026-10-09", 3),
                        run("2026-10-10", "2026-10-11", 1));
    }

    @Test
    void a_day_with_a_partial_scan_alone_was_scanned_and_is_no_point() throws InterruptedException {
        day(tidy("a"));
        partialDay(tidy("a"));
        check(Keep.AS_USUAL, tidy("a"));

        ViolationHistory history = history(2, Interval.DAY);

        assertThat(history.unscanned()).isEmpty();
        assertThat(history.entries())
                .extracting(Entry::onLine)
                .containsExactly(Place.ON_THE_LINE, Place.PARTIAL, Place.ON_THE_LINE);
    }

    @Test
    void a_complete_scan_to_which_no_rule_applied_has_no_score_and_is_not_called_partial() throws InterruptedException {
        policy = Estates.policy("\"required_tags\":[{\"name\":\"Owner\",\"applies_to\":[\"ec2:instance\"]}]");
        day(tidy("a"));

        assertThat(history(2, Interval.DAY).entries()).extracting(Entry::onLine).containsExactly(Place.NO_SCORE);
    }

    @Test
    void weeks_without_a_scan_begin_on_monday() throws InterruptedException {
        day(tidy("a"));
        pass(20);
        check(Keep.AS_USUAL, tidy("a"));

        assertThat(history(21, Interval.WEEK).unscanned()).containsExactly(run("2026-10-12", "2026-10-26", 2));
    }

    @Test
    void a_week_that_began_before_the_days_asked_for_is_looked_at_from_its_monday_and_the_last_one_ends_today()
            throws InterruptedException {
        day(tidy("a"));
        pass(22);

        ViolationHistory history = history(21, Interval.WEEK);

        assertThat(history.entries()).extracting(Entry::start).containsExactly(LocalDate.parse("2026-10-05"));
        assertThat(history.unscanned()).containsExactly(run("2026-10-12", "2026-10-29", 3));
    }

    @Test
    void a_day_with_a_complete_scan_by_another_policy_is_not_called_partial_for_a_later_one()
            throws InterruptedException {
        check(Keep.AS_USUAL, tidy("a"));
        policy = requiring("Team");
        gaps.add(GAP);
        clock.pass(Duration.ofHours(1));
        check(Keep.AS_USUAL, tidy("a"));

        assertThat(history(2, Interval.DAY).entries())
                .extracting(Entry::onLine, Entry::partial)
                .containsExactly(tuple(Place.OTHER_POLICY, 1));
    }

    @Test
    void four_hundred_days_are_told_by_months_each_by_its_last_complete_scan_and_the_month_without_one_is_named()
            throws InterruptedException {
        while (clock.instant()
                .isBefore(LocalDate.parse("2027-11-09").atStartOfDay().toInstant(ZoneOffset.UTC))) {
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            boolean first = today.getDayOfMonth() == 1;
            if (today.getMonthValue() != 2) {
                check(Keep.AS_USUAL, first ? bare("a") : tidy("a"));
            }
            pass(1);
        }

        ViolationHistory history = history(400, Interval.MONTH);

        assertThat(history.entries()).hasSize(13);
        assertThat(history.entries()).extracting(Entry::start).startsWith(LocalDate.parse("2026-10-01"));
        assertThat(history.entries())
                .allSatisfy(month -> assertThat(month.point().score()).contains(1.0));
        assertThat(history.entries().get(1).point().takenAt()).hasToString("2026-11-30T09:00:00Z");
        assertThat(history.unscanned()).containsExactly(run("2027-02-01", "2027-03-01", 1));
        assertThat(history.direction()).isEqualTo(Direction.STABLE);
    }
}
