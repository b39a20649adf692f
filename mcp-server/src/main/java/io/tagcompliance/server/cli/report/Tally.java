package io.tagcompliance.server.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagcompliance.server.document.Counted;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Counts and costs of a check in words. */
public final class Tally {
    public static final String TYPES = "Types with the most resources that do not comply";
    public static final String ACCOUNTS = "Accounts with the most resources that do not comply";

    private Tally() {}

    /** What became of the resources; the numbers add up to all of them. */
    public static String words(JsonNode answer) {
        return String.format(
                Locale.ROOT,
                "%s: %,d comply, %,d do not, %,d could not be evaluated, %,d are exempt, to %,d no rule applies",
                Counted.of(answer.path("total_resources").asInt(), "resource"),
                answer.path("compliant_resources").asInt(),
                answer.path("non_compliant_resources").asInt(),
                answer.path("not_evaluated_resources").asInt(),
                answer.path("exempt_resources").asInt(),
                answer.path("not_applicable_resources").asInt());
    }

    /** Why there is no score where every part was read. */
    public static String nothingToScore(JsonNode answer) {
        return answer.path("null_reasons").path("compliance_score").asText();
    }

    /** How many resources a list leaves out, which has those with warnings too; empty where it has all. */
    public static String notListed(JsonNode answer) {
        int more = answer.path("resources_with_listed_violations").asInt()
                - answer.path("violations").size();
        return more <= 0 ? "" : Counted.of(more, "more resource") + " with violations or warnings";
    }

    /** A number without zeros that say nothing. */
    public static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** An amount to the cent, with its currency. */
    public static String money(JsonNode amount, JsonNode currency) {
        BigDecimal cents = amount.decimalValue().setScale(2, RoundingMode.HALF_EVEN);
        return String.format(Locale.ROOT, "%,.2f %s", cents, currency.asText());
    }
}
