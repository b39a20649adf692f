package io.tagcompliance.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagcompliance.server.cli.report.Gaps;
import io.tagcompliance.server.cli.report.Percent;
import io.tagcompliance.server.cli.report.Tally;
import io.tagcompliance.server.document.Counted;
import java.io.PrintWriter;
import java.util.Locale;

/** A check as a person reads it in a terminal. */
final class CheckReport {
    private final PrintWriter out;
    private final boolean coloured;

    CheckReport(PrintWriter out, boolean coloured) {
        this.out = out;
        this.coloured = coloured;
    }

    /**
     * All of it.
     *
     * @param policyWarnings how many the policy has
     */
    void print(JsonNode answer, int policyWarnings) {
        headline(answer);
        if (policyWarnings > 0) {
            out.println("  the policy has warnings (" + policyWarnings + "): policy validate tells them");
        }
        costs(answer);
        billedNotScanned(answer);
        gaps(answer);
        parts(answer);
        rows(answer);
    }

    /** What those cost that do not comply, or why nobody knows it, where there is a bill. */
    private void costs(JsonNode answer) {
        JsonNode cost = answer.path("total_cost_impact");
        String reason = answer.path("null_reasons").path("cost_impact_monthly").asText("");
        if (cost.isNumber()) {
            out.printf(
                    "  those that do not comply cost %s a month (%s)%n",
                    Tally.money(cost, answer.path("currency")),
                    answer.path("cost_basis").asText());
        } else if (!reason.isEmpty() && !reason.startsWith("no bill is connected")) {
            out.println("  costs are unknown: " + reason);
        }
    }

    private void billedNotScanned(JsonNode answer) {
        JsonNode unseen = answer.path("billed_not_scanned");
        if (unseen.isObject()) {
            int resources = unseen.path("resources").asInt();
            String money = Tally.money(unseen.path("monthly_cost"), answer.path("currency"));
            out.printf(
                    "  %s that %s %s a month %s %s%n",
                    Counted.of(resources, "resource"),
                    resources == 1 ? "costs" : "cost",
                    money,
                    resources == 1 ? "is" : "are",
                    unseen.path("meaning").asText());
        }
    }

    /** Score, counts, and what they rest on. */
    void headline(JsonNode answer) {
        out.println(bold("Tag compliance " + score(answer)));
        out.println("  " + Tally.words(answer));
        out.printf(
                "  policy %s (%s), read from %s as of %s%n",
                answer.path("policy").path("version").asText(),
                answer.path("policy").path("source").asText(),
                answer.path("read_from").asText(),
                answer.path("as_of").asText());
        if (answer.has("regions_read")) {
            out.println("  " + Gaps.wordsOfRegions(answer.path("regions_read")));
        }
    }

    private String score(JsonNode answer) {
        return switch (answer.path("score_status").asText()) {
            case "complete" -> Percent.of(answer.path("compliance_score"));
            case "partial" ->
                "unknown: not everything could be read"
                        + (answer.hasNonNull("score_of_what_was_read")
                                ? " (" + Percent.of(answer.path("score_of_what_was_read")) + " of what was read)"
                                : "");
            default -> "has no score: " + Tally.nothingToScore(answer);
        };
    }

    void gaps(JsonNode answer) {
        if (answer.path("coverage").asText().equals("complete")) {
            return;
        }
        out.println(bold("Not read"));
        answer.path("gaps").forEach(gap -> out.println("  " + Gaps.words(gap)));
        int more = answer.path("gaps_total").asInt() - answer.path("gaps").size();
        if (more > 0) {
            out.printf("  and %d more%n", more);
        }
        answer.path("unknown_tags").forEach(unknown -> out.println("  " + Gaps.wordsOfUnknownTags(unknown)));
    }

    /** The types, accounts and tags of which most resources fail; a small one may have a lower score than the first. */
    void parts(JsonNode answer) {
        part(Tally.TYPES, answer.path("by_resource_type"), "resource_type");
        part(Tally.ACCOUNTS, answer.path("by_account"), "account_id");
        if (!answer.path("by_tag").isEmpty()) {
            out.println(bold("Tags that the most resources lack or have wrong"));
            answer.path("by_tag")
                    .forEach(tag -> out.printf(
                            Locale.ROOT,
                            "  %-42s %,6d %s, missing on %,d%n",
                            tag.path("tag").asText().equals("*")
                                    ? tag.path("rule_id").asText()
                                    : tag.path("tag").asText(),
                            tag.path("violating_resources").asInt(),
                            tag.path("violating_resources").asInt() == 1 ? "resource" : "resources",
                            tag.path("missing").asInt()));
        }
    }

    private void part(String title, JsonNode parts, String name) {
        if (parts.isEmpty()) {
            return;
        }
        out.println(bold(title));
        parts.forEach(part -> out.printf(
                Locale.ROOT,
                "  %-42s %,6d of %,d do not comply, score %s%n",
                part.path(name).asText(),
                part.path("non_compliant_resources").asInt(),
                part.path("total_resources").asInt(),
                Percent.of(part.path("compliance_score"))));
    }

    private void rows(JsonNode answer) {
        JsonNode rows = answer.path("violations");
        if (rows.isEmpty()) {
            return;
        }
        out.println(bold("Violations"));
        for (JsonNode row : rows) {
            JsonNode cost = row.path("cost_impact_monthly");
            out.printf(
                    "  %s%s%n",
                    row.path("resource_id").asText(),
                    cost.isNumber() ? " (" + Tally.money(cost, answer.path("currency")) + " a month)" : "");
            row.path("violations").forEach(this::violation);
        }
        String more = Tally.notListed(answer);
        if (!more.isEmpty()) {
            out.println("  and " + more + " (--all lists them)");
        }
    }

    private void violation(JsonNode violation) {
        String now = violation.hasNonNull("current_value")
                ? " is '" + violation.path("current_value").asText() + "'"
                : "";
        String meant = violation.hasNonNull("closest_allowed_value")
                ? ", perhaps '" + violation.path("closest_allowed_value").asText() + "'"
                : "";
        out.printf(
                "    %s %s: %s%s%s%n",
                violation.path("severity").asText(),
                violation.path("issue").asText(),
                violation.path("tag").asText(),
                now,
                meant);
    }

    private String bold(String text) {
        return coloured ? "\u001B[1m" + text + "\u001B[0m" : text;
    }
}
