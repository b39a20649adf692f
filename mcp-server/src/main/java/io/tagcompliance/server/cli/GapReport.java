package io.tagcompliance.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;

/** A split bill as a person reads it in a terminal. */
final class GapReport {
    private final PrintWriter out;
    private final String by;
    private final DecimalFormat money = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT));

    /** @param by what the categories are, as in {@code by service} */
    GapReport(PrintWriter out, String by) {
        this.out = out;
        this.by = by;
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
        out.printf(
                "%s of %s %s are not attributed%s%n",
                amount(answer.path("attribution_gap")),
                amount(answer.path("total_cloud_spend")),
                answer.path("currency").asText(),
                shares(answer));
        out.printf(
                "  %s cost, %s to %s (exclusive), %s, %s%n",
                basis.path("metric").asText(),
                basis.path("period_start").asText(),
                basis.path("period_end").asText(),
                basis.path("state").asText() + estimated(basis.path("estimated_share")),
                basis.path("source").asText());
        List<String> keys = basis.path("allocation_tags")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
        out.printf(
                "  split by %s%s%n%n",
                String.join(", ", keys),
                keys.size() > 1 ? ", each of which has to be right where it is asked for" : "");
    }

    private static String shares(JsonNode answer) {
        JsonNode ofTotal = answer.path("attribution_gap_percentage");
        JsonNode ofTaggable = answer.path("attribution_gap_percentage_of_taggable");
        if (!ofTotal.isNumber()) {
            return "; no share: "
                    + answer.path("null_reasons")
                            .path("attribution_gap_percentage")
                            .asText();
        }
        return ": " + percent(ofTotal) + " of the total"
                + (ofTaggable.isNumber() ? ", " + percent(ofTaggable) + " of what could be tagged" : "");
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
                "%n  %-44s %14s %14s %s%n",
                tag.isEmpty() ? by : "by tag " + tag, "spend", "unattributed", "on resources");
        for (JsonNode row : answer.path("breakdown")) {
            String category = row.path("category").asText("");
            out.printf(
                    Locale.ROOT,
                    "  %-44s %14s %14s %,12d%n",
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
        return number.decimalValue().toPlainString() + " %";
    }

    private String amount(JsonNode number) {
        return money.format(number.decimalValue());
    }
}
