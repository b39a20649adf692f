package io.tagcompliance.server.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagcompliance.server.document.MarkdownText;
import java.util.ArrayList;
import java.util.List;

/**
 * A check as Markdown, for the summary of a pipeline's run. Texts of strangers stand in it as code, or with every character
 * escaped that Markdown would obey: no link, no image, no row of their own.
 */
public final class MarkdownReport {
    private final List<String> lines = new ArrayList<>();

    private MarkdownReport() {}

    /** The report. */
    public static String of(JsonNode answer) {
        MarkdownReport report = new MarkdownReport();
        report.headline(answer);
        report.gaps(answer);
        report.parts(Tally.TYPES, answer.path("by_resource_type"), "resource_type");
        report.parts(Tally.ACCOUNTS, answer.path("by_account"), "account_id");
        report.rows(answer);
        return String.join("\n", report.lines) + "\n";
    }

    private void headline(JsonNode answer) {
        lines.add("## Tag compliance " + score(answer));
        lines.add("");
        lines.add(Tally.words(answer) + ". Policy " + code(answer.path("policy").path("version")) + ", as of "
                + code(answer.path("as_of")) + ".");
    }

    private static String score(JsonNode answer) {
        JsonNode score = answer.path("compliance_score");
        return switch (answer.path("score_status").asText()) {
            case "complete" -> Percent.of(score);
            case "partial" -> "unknown: not everything could be read";
            default -> "without a score: " + Tally.nothingToScore(answer);
        };
    }

    private void gaps(JsonNode answer) {
        if (answer.path("coverage").asText().equals("complete")) {
            return;
        }
        lines.add("");
        lines.add("### Not read");
        lines.add("");
        answer.path("gaps").forEach(gap -> lines.add("- " + escaped(Gaps.words(gap))));
        answer.path("unknown_tags").forEach(unknown -> lines.add("- " + escaped(Gaps.wordsOfUnknownTags(unknown))));
    }

    private void parts(String title, JsonNode parts, String name) {
        if (parts.isEmpty()) {
            return;
        }
        table(title, "| " + name + " | do not comply | of | score |", "|---|--:|--:|--:|");
        parts.forEach(part -> lines.add("| " + code(part.path(name)) + " | "
                + part.path("non_compliant_resources").asInt() + " | "
                + part.path("total_resources").asInt() + " | " + Percent.of(part.path("compliance_score")) + " |"));
    }

    private void rows(JsonNode answer) {
        JsonNode rows = answer.path("violations");
        if (rows.isEmpty()) {
            return;
        }
        table("Violations", "| resource | severity | tag | issue | value |", "|---|---|---|---|---|");
        for (JsonNode row : rows) {
            for (JsonNode violation : row.path("violations")) {
                lines.add("| " + code(row.path("resource_id")) + " | "
                        + escaped(violation.path("severity").asText()) + " | "
                        + code(violation.path("tag")) + " | "
                        + code(violation.path("issue")) + " | "
                        + escaped(violation.path("current_value").asText("")) + " |");
            }
        }
        String more = Tally.notListed(answer);
        if (!more.isEmpty()) {
            lines.add("");
            lines.add("And " + more + "; `--all` lists them.");
        }
    }

    private void table(String title, String head, String rule) {
        lines.addAll(List.of("", "### " + title, "", head, rule));
    }

    private static String code(JsonNode text) {
        return MarkdownText.code(text.asText());
    }

    static String escaped(String text) {
        return MarkdownText.escaped(text);
    }
}
