package io.tagcompliance.server.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Shares as percentages for people. */
public final class Percent {
    private Percent() {}

    /** With one digit, never rounded up: 100 % means all of them. A dash where there is no number. */
    public static String of(JsonNode ratio) {
        return ratio.isNumber()
                ? String.format(Locale.ROOT, "%.1f %%", Math.floor(ratio.doubleValue() * 1_000) / 10)
                : "–";
    }
}
