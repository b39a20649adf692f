package io.tagcompliance.server.document;

import io.tagcompliance.server.tool.answer.ReportAnswer;
import io.tagcompliance.server.tool.answer.ReportAnswer.RecommendationRow;
import io.tagcompliance.server.tool.answer.ReportAnswer.Summary;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report as Markdown. */
final class MarkdownDocument {
    private final ReportAnswer report;
    private final List<String> lines = new ArrayList<>();

    private MarkdownDocument(ReportAnswer report) {
        this.report = report;
    }

    static String of(ReportAnswer report) {
        MarkdownDocument document = new MarkdownDocument(report);
        document.headline();
        document.money();
        document.recommendations();
        document.teams();
        document.rules();
        return String.join("\n", document.lines) + "\n";
    }

    private void headline() {
        Summary summary = report.summary();
        lines.add("# Tag compliance, " + report.reportDate());
        lines.add("");
        lines.add("Compliance **" + Words.score(report) + "**, trend: " + Words.trend(report) + ". "
                + Words.count(summary.nonCompliant()) + " of " + Words.count(summary.applicableResources())
                + " resources do not comply. " + Words.coverage(report));
        if (!Words.holes(report).isEmpty()) {
            lines.addAll(List.of("", Words.holes(report)));
        }
    }

    private void money() {
        Summary summary = report.summary();
        lines.add("");
        lines.add(
                summary.costAttributionGap() == null
                        ? "Spend without an owner: **" + Words.UNKNOWN + "**."
                        : "Spend without an owner: **" + Words.money(summary.costAttributionGap(), summary.currency())
                                + "** of "
                                + Words.money(summary.totalCloudSpend(), summary.currency()) + ", "
                                + Words.percentage(summary.attributionGapPercentage())
                                + " of the total. Of what could be tagged, "
                                + Words.percentage(summary.attributionGapPercentageOfTaggable()) + " has none.");
        if (!Words.ofMoney(report).isEmpty()) {
            lines.add("");
            Words.ofMoney(report).forEach(note -> lines.add("- " + MarkdownText.escaped(note)));
        }
        if (!report.buckets().isEmpty()) {
            table("Who answers for the bill", "| bucket | spend |", "|---|--:|");
            report.buckets()
                    .forEach(bucket -> row(
                            bucket.bucket() + " " + bucket.name().replace('_', ' '),
                            Words.money(bucket.spend(), summary.currency())));
        }
    }

    private void recommendations() {
        if (report.recommendations().isEmpty()) {
            return;
        }
        table(
                "What to do",
                "| | step | tag | resources | cost a month | where | what lists them |",
                "|--:|---|---|--:|--:|---|---|");
        for (RecommendationRow one : report.recommendations()) {
            row(
                    String.valueOf(one.rank()),
                    one.step(),
                    one.tag(),
                    Words.count(one.resources()),
                    Words.money(one.cost(), report.summary().currency()),
                    Words.where(one),
                    Words.listAll(one));
        }
        if (report.moreRecommendations() != null) {
            Rest rest = Rest.of(report.moreRecommendations(), report);
            row("", rest.name(), "", rest.resources(), rest.cost(), "", "");
        }
    }

    private void teams() {
        if (report.byTeam().isEmpty()) {
            return;
        }
        table("Teams", "| team | fail | of | cost of those that fail |", "|---|--:|--:|--:|");
        report.byTeam()
                .forEach(team -> row(
                        team.team() == null ? "(none)" : team.team(),
                        Words.count(team.failing()),
                        Words.count(team.resources()),
                        Words.money(team.cost(), report.summary().currency())));
        Rest.ofTeams(report).forEach(rest -> row(rest.name(), rest.failing(), rest.resources(), rest.cost()));
    }

    private void rules() {
        if (report.topViolations().isEmpty()) {
            return;
        }
        table(
                "Rules that are broken, warnings aside",
                "| rule | tag | resources | their cost a month |",
                "|---|---|--:|--:|");
        report.topViolations()
                .forEach(rule -> row(
                        rule.ruleId(),
                        rule.tag(),
                        Words.count(rule.resources()),
                        Words.money(rule.cost(), report.summary().currency())));
        if (report.moreRules() != null) {
            Rest rest = Rest.of(report.moreRules(), report);
            row(rest.name(), "", rest.resources(), rest.cost());
        }
    }

    private void table(String title, String head, String rule) {
        lines.addAll(List.of("", "## " + title, "", head, rule));
    }

    private void row(@Nullable String... cells) {
        StringBuilder row = new StringBuilder("|");
        for (String cell : cells) {
            row.append(' ')
                    .append(MarkdownText.escaped(cell == null ? "" : cell))
                    .append(" |");
        }
        lines.add(row.toString());
    }
}
