package io.tagcompliance.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagcompliance.server.cli.report.Percent;
import java.io.PrintWriter;

/** Suggestions as a person reads them in a terminal. */
final class SuggestionReport {
    private final PrintWriter out;

    SuggestionReport(PrintWriter out) {
        this.out = out;
    }

    void print(JsonNode answer) {
        for (JsonNode result : answer.path("results")) {
            JsonNode id = result.path("resource_arn");
            out.println(id.asText());
            if (result.hasNonNull("reason")) {
                out.println("  " + result.path("reason").asText());
            }
            answer.path("suggestions").forEach(row -> {
                if (row.path("resource_arn").equals(id)) {
                    suggestion(row);
                }
            });
            answer.path("abstained").forEach(row -> {
                if (row.path("resource_arn").equals(id)) {
                    out.printf(
                            "  %s: no suggestion%n    %s%n",
                            row.path("tag_key").asText(), row.path("reason").asText());
                }
            });
        }
    }

    private void suggestion(JsonNode row) {
        out.printf(
                "  %s = %s (at least %s sure)%n    %s%n",
                row.path("tag_key").asText(),
                row.path("suggested_value").asText(),
                Percent.of(row.path("confidence")),
                row.path("reasoning").asText());
        row.path("alternatives")
                .forEach(other -> out.printf(
                        "    else %s: %d of %d votes (%s)%n",
                        other.path("value").asText(),
                        other.path("votes_for").asInt(),
                        other.path("votes_of").asInt(),
                        other.path("evidence_class").asText()));
    }
}
