package io.tagcompliance.server.document;

import io.tagcompliance.server.tool.answer.ReportAnswer;
import io.tagcompliance.server.tool.answer.ReportAnswer.RecommendationRow;
import io.tagcompliance.server.tool.answer.ReportAnswer.Summary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.owasp.encoder.Encode;

/**
 * A report as one page of HTML that needs nothing else: styles and charts stand in it, scripts and the network are ruled out by
 * its own policy. Light or dark as its reader prefers, readable on a phone and in print.
 */
final class HtmlReport {
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    private final ReportAnswer report;
    private final StringBuilder html = new StringBuilder();

    private HtmlReport(ReportAnswer report) {
        this.report = report;
    }

    static String of(ReportAnswer report) {
        return new HtmlReport(report).page();
    }

    private String page() {
        html.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<title>Tag compliance, ")
                .append(text(report.reportDate()))
                .append("</title>\n<style>\n")
                .append(style())
                .append("</style>\n</head>\n<body>\n");
        headline();
        figures();
        money();
        trend();
        recommendations();
        teams();
        rules();
        basis();
        return html.append("</body>\n</html>\n").toString();
    }

    private static String style() {
        try (InputStream css = Objects.requireNonNull(HtmlReport.class.getResourceAsStream("report.css"))) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String text(@Nullable String text) {
        return Encode.forHtml(text == null ? "" : text);
    }

    private void headline() {
        html.append("<header><h1>Tag compliance</h1><p>")
                .append(text(report.reportDate()))
                .append(" · policy ")
                .append(text(report.provenance().policy().version()))
                .append(" · ")
                .append(text(Words.coverage(report)))
                .append("</p></header>\n");
    }

    private void figures() {
        Summary summary = report.summary();
        html.append("<section class=\"figures\">");
        figure("Compliance", Words.score(report), "of " + Words.resources(summary.applicableResources()));
        figure("Do not comply", Words.count(summary.nonCompliant()), "trend: " + Words.trend(report));
        figure(
                "Spend without an owner",
                Words.money(summary.costAttributionGap(), summary.currency()),
                Words.percentage(summary.attributionGapPercentage()) + " of the total");
        figure(
                "Cost of what fails",
                Words.money(summary.nonCompliantCost(), summary.costCurrency()),
                "a month, each resource once");
        html.append("</section>\n");
        html.append(Charts.shares(List.of(
                new Charts.Share("comply", summary.compliant(), "good"),
                new Charts.Share("fail", summary.nonCompliant(), "bad"),
                new Charts.Share("not evaluated", summary.notEvaluated(), "unknown"),
                new Charts.Share("exempt", summary.exempt(), "exempt"),
                new Charts.Share("no rule applies", summary.notApplicable(), "none"))));
        html.append("<p>").append(text(Words.counts(summary))).append("</p>\n");
    }

    private void figure(String title, String value, String note) {
        html.append("<div class=\"figure\"><h2>")
                .append(text(title))
                .append("</h2><strong>")
                .append(text(value))
                .append("</strong><span>")
                .append(text(note))
                .append("</span></div>");
    }

    private void money() {
        if (!report.buckets().isEmpty()) {
            buckets();
        }
        List<String> notes = Words.ofMoney(report);
        if (!notes.isEmpty()) {
            section("About the money");
            html.append("<ul>");
            notes.forEach(note -> html.append("<li>").append(text(note)).append("</li>\n"));
            html.append("</ul>");
            close();
        }
    }

    private void buckets() {
        section("Who answers for the bill");
        html.append(Charts.bars(report.buckets().stream()
                .map(bucket -> new Charts.Bar(
                        bucket.bucket() + " " + bucket.name().replace('_', ' '),
                        bucket.spend().doubleValue(),
                        Words.money(bucket.spend(), report.summary().currency()),
                        bucket.bucket().compareTo("B") <= 0
                                ? "good"
                                : bucket.bucket().equals("C") ? "bad" : "unknown"))
                .toList()));
        close();
    }

    private void trend() {
        if (report.trend().points().size() < 2) {
            return;
        }
        section("Score over time");
        html.append(Charts.line(report.trend()));
        if (!Words.holes(report).isEmpty()) {
            String mark = report.trend().partialDays().isEmpty() ? "" : " A ring marks a day that was read in part.";
            html.append("<p>").append(text(Words.holes(report) + mark)).append("</p>\n");
        }
        close();
    }

    private void recommendations() {
        if (report.recommendations().isEmpty()) {
            return;
        }
        section("What to do first");
        table("", "Step", "Tag", "Resources", "Cost a month", "Where", "What lists them");
        for (RecommendationRow one : report.recommendations()) {
            row(
                    String.valueOf(one.rank()),
                    one.step(),
                    one.tag(),
                    Words.count(one.resources()),
                    Words.money(one.cost(), report.summary().costCurrency()),
                    Words.where(one),
                    Words.listAll(one));
        }
        if (report.moreRecommendations() != null) {
            Rest rest = Rest.of(report.moreRecommendations(), report);
            row("", rest.name(), "", rest.resources(), rest.cost(), "", "");
        }
        html.append("</tbody></table></div><p>")
                .append(text(Words.SAME_OPTIONS))
                .append("</p>\n");
        close();
    }

    private void teams() {
        if (report.byTeam().isEmpty()) {
            return;
        }
        section(Words.teams(report));
        table("Team", "Fail", "Of", "Cost of those that fail");
        report.byTeam()
                .forEach(team -> row(
                        Words.team(team),
                        Words.count(team.failing()),
                        Words.count(team.resources()),
                        Words.money(team.cost(), report.summary().costCurrency())));
        Rest.ofTeams(report).forEach(rest -> row(rest.name(), rest.failing(), rest.resources(), rest.cost()));
        html.append("</tbody></table></div>");
        close();
    }

    private void rules() {
        if (report.topViolations().isEmpty()) {
            return;
        }
        section("Rules that are broken, warnings aside");
        table("Rule", "Tag", "Resources", "Their cost a month");
        report.topViolations()
                .forEach(rule -> row(
                        rule.ruleId(),
                        rule.tag(),
                        Words.count(rule.resources()),
                        Words.money(rule.cost(), report.summary().costCurrency())));
        if (report.moreRules() != null) {
            Rest rest = Rest.of(report.moreRules(), report);
            row(rest.name(), "", rest.resources(), rest.cost());
        }
        html.append("</tbody></table></div>");
        close();
    }

    private void basis() {
        html.append("<footer><p>Read from ")
                .append(text(report.provenance().readFrom()))
                .append(" as of ")
                .append(text(report.provenance().asOf()))
                .append(". Costs: ")
                .append(text(report.costBasis()))
                .append(".</p></footer>\n");
    }

    private void section(String title) {
        html.append("<section><h2>").append(text(title)).append("</h2>\n");
    }

    private void close() {
        html.append("</section>\n");
    }

    private void table(String... heads) {
        html.append("<div class=\"wide\"><table><thead><tr>");
        for (String head : heads) {
            html.append("<th>").append(text(head)).append("</th>");
        }
        html.append("</tr></thead><tbody>\n");
    }

    private void row(@Nullable String... cells) {
        html.append("<tr>");
        for (String cell : cells) {
            html.append("<td>").append(text(cell)).append("</td>");
        }
        html.append("</tr>\n");
    }
}
