package io.tagcompliance.server.document;

import static io.tagcompliance.server.document.MarkdownText.code;
import static io.tagcompliance.server.document.MarkdownText.escaped;

import io.tagcompliance.server.tool.answer.ReportAnswer;
import io.tagcompliance.server.tool.answer.ReportAnswer.RecommendationRow;
import io.tagcompliance.server.tool.answer.ReportAnswer.Summary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
        lines.add("# Tag compliance, " + report.reportDate());
        lines.add("");
        lines.add("Compliance **" + Words.score(report) + "**, trend: " + Words.trend(report) + ". "
                + Words.counts(report.summary()) + " " + Words.coverage(report));
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
            Words.ofMoney(report).forEach(note -> lines.add("- " + escaped(note)));
        }
        if (!report.buckets().isEmpty()) {
            table("Who answers for the bill", "| bucket | spend |", "|---|--:|");
            report.buckets()
                    .forEach(bucket -> row(
                            escaped(bucket.bucket() + " " + bucket.name().replace('_', ' ')),
                            escaped(Words.money(bucket.spend(), summary.currency()))));
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
                    escaped(one.step()),
                    code(one.tag()),
                    Words.count(one.resources()),
                    cost(one.cost()),
                    where(one),
                    code(one.listAll().command()) + escaped(Words.listsMore(one)));
        }
        if (report.moreRecommendations() != null) {
            Rest rest = Rest.of(report.moreRecommendations(), report);
            row("", escaped(rest.name()), "", rest.resources(), escaped(rest.cost()), "", "");
        }
        lines.addAll(List.of("", Words.SAME_OPTIONS.replaceAll("--\\w+", "`$0`")));
    }

    private static String where(RecommendationRow one) {
        List<String> places = Words.places(one);
        return places.isEmpty()
                ? Words.EACH_RESOURCE
                : places.stream().map(MarkdownText::code).collect(Collectors.joining(" ")) + Words.more(one);
    }

    private String cost(@Nullable BigDecimal cost) {
        return escaped(Words.money(cost, report.summary().costCurrency()));
    }

    private void teams() {
        if (report.byTeam().isEmpty()) {
            return;
        }
        String title = report.teamTag() == null ? "Teams" : "Teams, by the tag " + code(report.teamTag());
        table(title, "| team | fail | of | cost of those that fail |", "|---|--:|--:|--:|");
        report.byTeam()
                .forEach(team -> row(
                        escaped(Words.team(team)),
                        Words.count(team.failing()),
                        Words.count(team.resources()),
                        cost(team.cost())));
        Rest.ofTeams(report)
                .forEach(rest -> row(escaped(rest.name()), rest.failing(), rest.resources(), escaped(rest.cost())));
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
                .forEach(rule ->
                        row(code(rule.ruleId()), code(rule.tag()), Words.count(rule.resources()), cost(rule.cost())));
        if (report.moreRules() != null) {
            Rest rest = Rest.of(report.moreRules(), report);
            row(escaped(rest.name()), "", rest.resources(), escaped(rest.cost()));
        }
    }

    private void table(String title, String head, String rule) {
        lines.addAll(List.of("", "## " + title, "", head, rule));
    }

    /** Of cells that are Markdown already. */
    private void row(String... cells) {
        lines.add("| " + String.join(" | ", cells) + " |");
    }
}
