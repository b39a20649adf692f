package io.tagcompliance.server.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.server.tool.answer.ReportAnswer.TrendPoint;
import io.tagcompliance.server.tool.answer.ReportAnswer.TrendRow;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The line of scores: where its points lie, and where it has none. */
class ChartsTest {
    private static final Pattern LINE = Pattern.compile("<polyline class=\"trend\" points=\"([^\"]*)\"");
    private static final Pattern DOT = Pattern.compile("<circle class=\"([a-z]+)\" cx=\"([0-9.]+)\" cy=\"([0-9.]+)\"");

    private static List<String> found(Pattern pattern, String svg) {
        return pattern.matcher(svg).results().map(ChartsTest::groups).toList();
    }

    private static String groups(MatchResult match) {
        return String.join(
                " ",
                IntStream.rangeClosed(1, match.groupCount())
                        .mapToObj(match::group)
                        .toList());
    }

    private static TrendPoint point(String day, double score) {
        return new TrendPoint(day, score);
    }

    private static String line(List<TrendPoint> points, List<String> partialDays) {
        return line(points, partialDays, List.of());
    }

    private static String line(List<TrendPoint> points, List<String> partialDays, List<String> otherPolicyDays) {
        return Charts.line(new TrendRow("stable", null, points, partialDays, otherPolicyDays, 0));
    }

    @Test
    void points_lie_by_their_date_and_days_on_end_are_joined() {
        String svg = line(List.of(point("2026-11-01", 0), point("2026-11-02", 0.5), point("2026-11-03", 1)), List.of());

        assertThat(found(LINE, svg)).containsExactly("36.0,160.0 360.0,86.0 684.0,12.0");
        assertThat(found(DOT, svg)).isEmpty();
    }

    @Test
    void the_line_of_who_scans_daily_is_broken_where_days_have_no_complete_scan() {
        String svg = line(
                List.of(
                        point("2026-11-01", 0.5),
                        point("2026-11-02", 0.5),
                        point("2026-11-05", 0.5),
                        point("2026-11-08", 0.5),
                        point("2026-11-09", 0.5)),
                List.of());

        assertThat(found(LINE, svg)).containsExactly("36.0,86.0 117.0,86.0", "603.0,86.0 684.0,86.0");
        assertThat(found(DOT, svg)).containsExactly("point 360.0 86.0");
    }

    @Test
    void a_partial_scan_is_marked_on_the_ground_and_never_on_the_line() {
        String svg = line(List.of(point("2026-11-01", 1), point("2026-11-03", 1)), List.of("2026-11-02"));

        assertThat(found(LINE, svg)).isEmpty();
        assertThat(found(DOT, svg)).containsExactly("point 36.0 12.0", "point 684.0 12.0", "partial 360.0 160.0");
    }

    @Test
    void the_line_of_who_scans_weekly_joins_the_weeks_and_is_broken_where_scans_are_missing() {
        String svg = line(
                List.of(
                        point("2026-09-01", 0.5),
                        point("2026-09-08", 0.5),
                        point("2026-09-16", 0.5),
                        point("2026-09-22", 0.5),
                        point("2026-10-13", 0.5),
                        point("2026-10-20", 0.5)),
                List.of());

        assertThat(found(DOT, svg)).isEmpty();
        assertThat(found(LINE, svg))
                .containsExactly("36.0,86.0 128.6,86.0 234.4,86.0 313.7,86.0", "591.4,86.0 684.0,86.0");
    }

    @Test
    void a_scan_that_is_late_by_less_than_half_of_the_usual_distance_is_joined_and_a_day_more_is_not() {
        assertThat(found(LINE, line(weeksAnd("2026-11-25"), List.of())))
                .singleElement()
                .asString()
                .endsWith("684.0,86.0");
        assertThat(found(DOT, line(weeksAnd("2026-11-26"), List.of()))).containsExactly("point 684.0 86.0");
    }

    private static List<TrendPoint> weeksAnd(String last) {
        return List.of(point("2026-11-01", 0.5), point("2026-11-08", 0.5), point("2026-11-15", 0.5), point(last, 0.5));
    }

    @Test
    void one_day_that_a_daily_scan_missed_breaks_the_line() {
        String svg = line(
                List.of(
                        point("2026-11-01", 0.5),
                        point("2026-11-02", 0.5),
                        point("2026-11-04", 0.5),
                        point("2026-11-05", 0.5)),
                List.of());

        assertThat(found(LINE, svg)).hasSize(2);
    }

    @Test
    void the_line_is_broken_where_another_policy_judged_in_between() {
        String svg = line(List.of(point("2026-11-01", 1), point("2026-11-15", 1)), List.of(), List.of("2026-11-08"));

        assertThat(found(LINE, svg)).isEmpty();
        assertThat(found(DOT, svg)).hasSize(2);
    }

    @Test
    void every_format_says_how_many_days_have_no_score() {
        String holes =
                "Of the last 90 days 86 have no scan, 1 only partial ones and 1 only such as another policy judged";

        assertThat(DocumentFormat.HTML.write(Reports.saying("x"))).contains(holes, "A ring marks a day");
        assertThat(DocumentFormat.MARKDOWN.write(Reports.saying("x"))).contains(holes);
        assertThat(DocumentFormat.CSV.write(Reports.saying("x")))
                .contains(
                        "trend,2026-11-21,,,,,,\"partial scan, no score\"",
                        "trend,2026-11-20,,,,,,judged by another policy",
                        "trend,days_without_scan,86,days,");
    }

    @Test
    void a_history_that_can_not_be_read_has_no_number_of_days_and_says_why() {
        assertThat(DocumentFormat.MARKDOWN.write(Reports.withoutHistory()))
                .contains("Nobody can tell how the last 90 days were: the history is damaged.");
        assertThat(DocumentFormat.CSV.write(Reports.withoutHistory()))
                .contains("trend,days_without_scan,,days,,,,the history is damaged");
    }

    @Test
    void every_format_says_that_what_lists_the_resources_of_a_step_lists_others_too() {
        for (DocumentFormat format : DocumentFormat.values()) {
            assertThat(format.write(Reports.saying("x")).replace("\\", "").replace("`", ""))
                    .contains("export --rule x (lists these among the 345 that fail the rule)");
        }
    }
}
