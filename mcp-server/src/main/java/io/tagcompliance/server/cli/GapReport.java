package io.tagcompliance.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** A split bill as a person reads it in a terminal. */
final class GapReport {
    private final PrintWriter out;
    private final DecimalFormat money = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT));

    GapReport(PrintWriter out) {
        this.out = out;
        money.setRoundingMode(RoundingMode.HALF_EVEN);
    }

    void print(JsonNode answer) {
        JsonNode basis = answer.path("basis");
        if (answer.path("attribution_gap").isNull()) {
            unknown(answer);
            return;
        }
        headline(answer, basis);
        answer.path("buckets").forEach(this::bucket);
        breakdown(answer);
        answer.path("basis").path("warnings").forEach(warning -> out.printf("%nNote: %s%n", warning.asText()));
    }

    private void unknown(JsonNode answer) {
        out.printf(
                "The gap is unknown: %s%n",
                answer.path("null_reasons").path("attribution_gap").asText());
        JsonNode total = answer.path("total_cloud_spend");
        if (total.isNumber()) {
            out.printf(
                    "  %s %s were spent in all%n",
                    amount(total), answer.path("currency").asText());
        }
    }

    private void headline(JsonNode answer, JsonNode basis) {
        String currency = answer.path("currency").asText();
        out.printf(
                "%s of %s %s have no owner: %s %% of the total; of what could be tagged, %s %% has none%n",
                amount(answer.path("attribution_gap")),
                amount(answer.path("total_cloud_spend")),
                currency,
                percent(answer.path("attribution_gap_percentage")),
                percent(answer.path("attribution_gap_percentage_of_taggable")));
        out.printf(
                "  %s cost, %s to %s (exclusive), %s, %s, split by %s%n%n",
                basis.path("metric").asText(),
                basis.path("period_start").asText(),
                basis.path("period_end").asText(),
                basis.path("state").asText() + estimated(basis.path("estimated_share")),
                basis.path("source").asText(),
                String.join(
                        ", ",
                        basis.path("allocation_tags")
                                .valueStream()
                                .map(JsonNode::asText)
                                .toList()));
    }

    private static String estimated(JsonNode share) {
        BigDecimal known = share.isNumber() ? share.decimalValue() : BigDecimal.ZERO;
        return known.signum() == 0
                ? ""
                : " (" + known.movePointRight(2).stripTrailingZeros().toPlainString() + " % of it an estimate)";
    }

    private void bucket(JsonNode bucket) {
        out.printf(
                "  %s %-16s %16s%n",
                bucket.path("bucket").asText(),
                bucket.path("name").asText().replace('_', ' '),
                amount(bucket.path("spend")));
    }

    private void breakdown(JsonNode answer) {
        String tag = answer.path("basis").path("grouping_tag").asText();
        out.printf(
                "%n  %-44s %14s %14s %10s%n",
                tag.isEmpty() ? "" : "by tag " + tag, "spend", "unattributed", "resources");
        for (JsonNode row : answer.path("breakdown")) {
            String category = row.path("category").asText("");
            out.printf(
                    Locale.ROOT,
                    "  %-44s %14s %14s %,10d%n",
                    category.isEmpty() || row.path("category").isNull() ? "(none)" : category,
                    amount(row.path("spend")),
                    amount(row.path("unattributable_cost")),
                    row.path("resource_count").asInt());
        }
        int more = answer.path("total_categories").asInt()
                - answer.path("breakdown").size();
        if (more > 0) {
            out.printf("  and %d more (--all lists them)%n", more);
        }
    }

    private static String percent(JsonNode number) {
        return number.isNumber() ? number.decimalValue().toPlainString() : "?";
    }

    private String amount(JsonNode number) {
        return money.format(number.decimalValue());
    }
}
