package io.tagcompliance.server.document;

import io.tagcompliance.server.table.FormulaGuard;
import io.tagcompliance.server.tool.answer.ReportAnswer;
import io.tagcompliance.server.tool.answer.ReportAnswer.MoreRow;
import io.tagcompliance.server.tool.answer.ReportAnswer.RecommendationRow;
import io.tagcompliance.server.tool.answer.ReportAnswer.Summary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/** A report as one table: section, name, value, and what there is besides. */
final class CsvReport {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180;

    private final List<String> lines = new ArrayList<>();

    private CsvReport() {}

    static String of(ReportAnswer report) {
        CsvReport csv = new CsvReport();
        csv.line("section", "name", "value", "resources", "cost", "currency", "details");
        csv.summary(report);
        String currency = report.summary().currency();
        report.buckets()
                .forEach(bucket -> csv.line(
                        "bucket", bucket.bucket() + " " + bucket.name(), "", "", bucket.spend(), currency, ""));
        Words.ofMoney(report).forEach(note -> csv.line("note", "money", "", "", "", "", note));
        report.topViolations()
                .forEach(rule ->
                        csv.line("rule", rule.ruleId(), rule.tag(), rule.resources(), rule.cost(), currency, ""));
        csv.rest("rule", report.moreRules(), currency);
        csv.teams(report);
        report.trend()
                .points()
                .forEach(point -> csv.line("trend", point.date(), point.complianceScore(), "", "", "", ""));
        report.trend().partialDays().forEach(day -> csv.line("trend", day, "", "", "", "", "partial scan, no score"));
        report.trend()
                .otherPolicyDays()
                .forEach(day -> csv.line("trend", day, "", "", "", "", "judged by another policy"));
        csv.line(
                "trend",
                "days_without_scan",
                report.trend().daysWithoutScan(),
                "",
                "",
                "",
                report.nullReasons().getOrDefault("days_without_scan", ""));
        report.recommendations().forEach(one -> csv.recommendation(one, currency));
        csv.rest("recommendation", report.moreRecommendations(), currency);
        return String.join("\r\n", csv.lines) + "\r\n";
    }

    private void summary(ReportAnswer report) {
        Summary summary = report.summary();
        line("summary", "report_date", report.reportDate(), "", "", "", "");
        line(
                "summary",
                "overall_compliance",
                report.overallCompliance(),
                summary.applicableResources(),
                "",
                "",
                report.scoreStatus());
        line("summary", "spend_weighted_score", report.spendWeightedScore(), "", "", "", report.costBasis());
        line("summary", "compliant", "", summary.compliant(), "", "", "");
        line(
                "summary",
                "non_compliant",
                "",
                summary.nonCompliant(),
                summary.nonCompliantCost(),
                summary.currency(),
                "");
        line(
                "summary",
                "not_evaluated",
                "",
                summary.notEvaluated(),
                "",
                "",
                report.provenance().coverage());
        line("summary", "total_cloud_spend", "", "", summary.totalCloudSpend(), summary.currency(), "");
        line(
                "summary",
                "cost_attribution_gap",
                summary.attributionGapPercentage(),
                "",
                summary.costAttributionGap(),
                summary.currency(),
                "percent of the total");
    }

    private void teams(ReportAnswer report) {
        String currency = report.summary().currency();
        report.byTeam()
                .forEach(
                        team -> line("team", team.team(), team.failing(), team.resources(), team.cost(), currency, ""));
        rest("team", report.moreTeams(), currency);
        if (report.resourcesOfUnknownTeam() > 0) {
            line("team", "", "", report.resourcesOfUnknownTeam(), "", "", Words.TAGS_UNKNOWN);
        }
    }

    /** Of the same section, so that its rows add up to the whole. */
    private void rest(String section, @Nullable MoreRow more, @Nullable String currency) {
        if (more != null) {
            line(
                    section,
                    Words.more(more),
                    more.failing(),
                    more.resources(),
                    more.cost(),
                    currency,
                    "not shown, added up");
        }
    }

    private void recommendation(RecommendationRow one, @Nullable String currency) {
        line(
                "recommendation",
                one.step(),
                one.tag(),
                one.resources(),
                one.cost(),
                currency,
                Words.where(one) + "; what lists them: " + Words.listAll(one));
    }

    private void line(@Nullable Object... cells) {
        lines.add(FORMAT.format(Arrays.stream(cells)
                .map(cell -> cell instanceof Number ? cell.toString() : FormulaGuard.cell(Objects.toString(cell, "")))
                .toArray()));
    }
}
