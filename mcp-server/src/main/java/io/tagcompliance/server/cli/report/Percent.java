package io.tagcompliance.server.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagcompliance.server.document.Shares;

/** Shares as percentages for people. */
public final class Percent {
    private Percent() {}

    /** Cut to one digit. A dash where there is no number. */
    public static String of(JsonNode ratio) {
        return ratio.isNumber() ? Shares.percent(ratio.doubleValue()) : "–";
    }
}
