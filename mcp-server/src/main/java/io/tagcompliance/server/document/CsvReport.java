package io.tagcompliance.server.document;

import io.tagcompliance.server.table.FormulaGuard;
import io.tagcompliance.server.tool.answer.ReportAnswer;
import io.tagcompliance.server.tool.answer.ReportAnswer.MoreRow;
import io.tagcompliance.server.tool.answer.ReportAnswer.RecommendationRow;
import io.tagcompliance.server.tool.answer.ReportAnswer.Summary;
import io.tagcompliance.server.tool.answer.ReportAnswer.TrendRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/**
 * A report as one table: section, name, value with its unit, and what there is besides. What a list leaves out stands in a
 * section of its own, {@code rule_rest} after {@code rule}, so that no sum counts it by mistake.
 */
final class CsvReport {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180;
    private static final String SUMMARY = "summary";
    private static final String RATIO = "ratio";
    private static final String FAILING = "resources that fail";

    private final List<String> lines = new ArrayList<>();
    private final ReportAnswer report;
    private final @Nullable String costCurrency;

    private CsvReport(ReportAnswer report) {
        this.report = report;
        this.costCurrency = report.summary().costCurrency();
    }

    /** What there is of a row besides its section and its name; all of it may be lacking. */
    private record Cells(
            @Nullable Object value,
            @Nullable String unit,
            @Nullable Object resources,
            @Nullable Object cost,
            @Nullable String currency,
            @Nullable String details) {
        static Cells of(@Nullable Object value, String unit, @Nullable String details) {
            return new Cells(value, unit, null, null, null, details);
        }

        static Cells counted(int resources, @Nullable String details) {
            return new Cells(null, null, resources, null, null, details);
        }

        static Cells told(String details) {
            return new Cells(null, null, null, null, null, details);
        }
    }

    static String of(ReportAnswer report) {
        CsvReport csv = new CsvReport(report);
        csv.line("section", "name", "value", "unit", "resources", "cost", "currency", "details");
        csv.figures();
        csv.money();
        csv.rules();
        csv.teams();
        csv.trend();
        report.recommendations().forEach(csv::recommendation);
        csv.rest("recommendation_rest", report.moreRecommendations());
        return String.join("\r\n", csv.lines) + "\r\n";
    }

    private void figures() {
        Summary summary = report.summary();
        row(SUMMARY, "report_date", Cells.of(report.reportDate(), "day", null));
        row(
                SUMMARY,
                "overall_compliance",
                new Cells(
                        report.overallCompliance(),
                        RATIO,
                        summary.applicableResources(),
                        null,
                        null,
                        report.scoreStatus()));
        row(SUMMARY, "spend_weighted_score", Cells.of(report.spendWeightedScore(), RATIO, report.costBasis()));
        row(SUMMARY, "total", Cells.counted(summary.totalResources(), null));
        row(SUMMARY, "compliant", Cells.counted(summary.compliant(), null));
        row(
                SUMMARY,
                "non_compliant",
                new Cells(
                        null, null, summary.nonCompliant(), summary.nonCompliantCost(), summary.costCurrency(), null));
        row(
                SUMMARY,
                "not_evaluated",
                Cells.counted(summary.notEvaluated(), report.provenance().coverage()));
        row(SUMMARY, "exempt", Cells.counted(summary.exempt(), null));
        row(SUMMARY, "not_applicable", Cells.counted(summary.notApplicable(), null));
    }

    private void money() {
        Summary summary = report.summary();
        row(
                SUMMARY,
                "total_cloud_spend",
                new Cells(null, null, null, summary.totalCloudSpend(), summary.currency(), null));
        row(
                SUMMARY,
                "cost_attribution_gap",
                new Cells(
                        summary.attributionGapPercentage(),
                        "percent of the total",
                        null,
                        summary.costAttributionGap(),
                        summary.currency(),
                        null));
        report.buckets()
                .forEach(bucket -> row(
                        "bucket",
                        bucket.bucket() + " " + bucket.name(),
                        new Cells(null, null, null, bucket.spend(), summary.currency(), null)));
        Words.ofMoney(report).forEach(note -> row("note", "money", Cells.told(note)));
    }

    private void rules() {
        report.topViolations()
                .forEach(rule -> row(
                        "rule",
                        rule.ruleId(),
                        new Cells(rule.tag(), "tag", rule.resources(), rule.cost(), costCurrency, null)));
        rest("rule_rest", report.moreRules());
    }

    private void teams() {
        String tag = report.teamTag() == null ? null : "tag " + report.teamTag();
        report.byTeam()
                .forEach(team -> row(
                        "team",
                        Words.team(team),
                        new Cells(team.failing(), FAILING, team.resources(), team.cost(), costCurrency, tag)));
        rest("team_rest", report.moreTeams());
        if (report.resourcesOfUnknownTeam() > 0) {
            row("team_rest", "unknown", Cells.counted(report.resourcesOfUnknownTeam(), Words.TAGS_UNKNOWN));
        }
    }

    private void trend() {
        TrendRow trend = report.trend();
        trend.points().forEach(point -> row("trend", point.date(), Cells.of(point.complianceScore(), RATIO, null)));
        trend.partialDays().forEach(day -> row("trend", day, Cells.told("partial scan, no score")));
        trend.otherPolicyDays().forEach(day -> row("trend", day, Cells.told("judged by another policy")));
        row(
                "trend",
                "days_without_scan",
                Cells.of(trend.daysWithoutScan(), "days", report.nullReasons().get("days_without_scan")));
    }

    private void rest(String section, @Nullable MoreRow more) {
        if (more != null) {
            row(
                    section,
                    "rest",
                    new Cells(
                            more.failing(),
                            more.failing() == null ? null : FAILING,
                            more.resources(),
                            more.cost(),
                            costCurrency,
                            Counted.of(more.more(), "row") + " not shown, added up"));
        }
    }

    private void recommendation(RecommendationRow one) {
        row(
                "recommendation",
                one.step(),
                new Cells(
                        one.tag(),
                        "tag",
                        one.resources(),
                        one.cost(),
                        costCurrency,
                        Words.where(one) + "; what lists them: " + Words.listAll(one)));
    }

    private void row(String section, String name, Cells cells) {
        line(
                section,
                name,
                cells.value(),
                cells.unit(),
                cells.resources(),
                cells.cost(),
                cells.currency(),
                cells.details());
    }

    private void line(@Nullable Object... cells) {
        lines.add(FORMAT.format(Arrays.stream(cells)
                .map(cell -> cell instanceof Number ? cell.toString() : FormulaGuard.cell(Objects.toString(cell, "")))
                .toArray()));
    }
}
