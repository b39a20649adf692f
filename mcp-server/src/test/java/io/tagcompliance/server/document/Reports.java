package io.tagcompliance.server.document;

import io.tagcompliance.server.tool.answer.GapAnswer.BucketRow;
import io.tagcompliance.server.tool.answer.Provenance;
import io.tagcompliance.server.tool.answer.Provenance.PolicyRef;
import io.tagcompliance.server.tool.answer.ReportAnswer;
import io.tagcompliance.server.tool.answer.ReportAnswer.ListAllRow;
import io.tagcompliance.server.tool.answer.ReportAnswer.MoreRow;
import io.tagcompliance.server.tool.answer.ReportAnswer.RecommendationRow;
import io.tagcompliance.server.tool.answer.ReportAnswer.RuleRow;
import io.tagcompliance.server.tool.answer.ReportAnswer.Summary;
import io.tagcompliance.server.tool.answer.ReportAnswer.TeamRow;
import io.tagcompliance.server.tool.answer.ReportAnswer.TrendPoint;
import io.tagcompliance.server.tool.answer.ReportAnswer.TrendRow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Reports in which every text of a stranger is the same one. */
final class Reports {
    private static final Summary SUMMARY = new Summary(
            2_500,
            2_400,
            1_755,
            645,
            0,
            12,
            "USD",
            new BigDecimal("160614.56"),
            new BigDecimal("75465.53"),
            new BigDecimal("46.99"),
            new BigDecimal("40.14"),
            new BigDecimal("54916.29"),
            "EUR");
    private static final List<BucketRow> BUCKETS = List.of(
            new BucketRow("A", "direct", new BigDecimal("85149.02")),
            new BucketRow("B", "inherited", BigDecimal.ZERO),
            new BucketRow("C", "actionable_gap", new BigDecimal("54916.29")),
            new BucketRow("D", "no_resource_id", new BigDecimal("2187.98")),
            new BucketRow("E", "untaggable", new BigDecimal("5834.61")),
            new BucketRow("F", "not_usage", new BigDecimal("12526.63")));

    private static final TrendRow TREND = new TrendRow(
            "improving",
            0.08,
            List.of(
                    new TrendPoint("2026-11-01", 0.65),
                    new TrendPoint("2026-11-02", 0.7),
                    new TrendPoint("2026-11-28", 0.7312)),
            List.of("2026-11-21"),
            List.of("2026-11-20"),
            86);

    private Reports() {}

    /** One whose history can't be read. */
    static ReportAnswer withoutHistory() {
        TrendRow unknown = new TrendRow("not_enough_data", null, List.of(), List.of(), List.of(), null);
        return saying("x", unknown, Map.of("days_without_scan", "the history is damaged"));
    }

    static ReportAnswer saying(String text) {
        return saying(text, TREND, Map.of());
    }

    private static RecommendationRow step(String text) {
        return new RecommendationRow(
                1,
                "Add the tag on each resource",
                "required-cost-center",
                text,
                "missing_required_tag",
                null,
                null,
                300,
                new BigDecimal("4000"),
                List.of(text, text),
                298,
                new ListAllRow(
                        "export_violations_csv",
                        List.of(text),
                        "errors_only",
                        null,
                        List.of(),
                        null,
                        null,
                        345,
                        "tag-compliance export --rule " + text));
    }

    private static ReportAnswer saying(String text, TrendRow trend, Map<String, String> nullReasons) {
        return new ReportAnswer(
                "2026-11-28",
                "engineering",
                0.7312,
                "complete",
                null,
                new BigDecimal("0.61"),
                SUMMARY,
                BUCKETS,
                List.of(text),
                List.of(new RuleRow("required-cost-center", text, 300, new BigDecimal("4000"))),
                new MoreRow(7, 345, null, new BigDecimal("2500.25")),
                "Owner",
                List.of(
                        new TeamRow(text, null, 100, 40, new BigDecimal("1200.5")),
                        new TeamRow(null, null, 90, 90, null)),
                new MoreRow(61, 2_300, 515, new BigDecimal("53715.79")),
                10,
                trend,
                1,
                List.of(step(text)),
                null,
                null,
                "effective cost",
                nullReasons,
                new Provenance(
                        "2026-11-28T12:00:00Z",
                        "cache",
                        "complete",
                        0,
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of("eu-west-1", 1),
                        new PolicyRef("1.0", text, null)));
    }
}
