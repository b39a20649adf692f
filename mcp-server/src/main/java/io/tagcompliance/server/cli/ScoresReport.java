package io.tagcompliance.server.cli;

import io.tagcompliance.core.advice.SuggestionScores;
import io.tagcompliance.core.advice.SuggestionScores.Bin;
import io.tagcompliance.core.advice.SuggestionScores.OfKey;
import io.tagcompliance.server.document.Shares;
import io.tagcompliance.server.tool.SafeText;
import java.io.PrintWriter;
import java.util.Locale;

/** How good suggestions are, as a table for a terminal. */
final class ScoresReport {
    private static final String ROW = "%-16s %8s %10s %9s %10s %9s %9s %10s%n";

    private final PrintWriter out;

    ScoresReport(PrintWriter out) {
        this.out = out;
    }

    void print(SuggestionScores scores) {
        out.println(
                "Each known tag was hidden and suggested anew, its own group left out. Right, of what was suggested:");
        out.println();
        out.printf(ROW, "key", "hidden", "suggested", "right", "abstained", "majority", "account", "lacking");
        scores.keys().forEach(this::row);
        out.println();
        out.println(
                "majority, account: how often the commonest value of the estate, or of the account, was right on the same");
        out.println("lacking: resources that lack the key or have it wrong, and on how many of them it is suggested");
        out.println();
        out.println("How sure suggestions were in the mean, and how many of them were right:");
        scores.keys().forEach(this::bins);
        if (!scores.facts().coverage().isComplete()) {
            out.println();
            out.println("NOT everything in scope was read: these figures are of what was.");
        }
    }

    private void row(OfKey key) {
        out.printf(
                ROW,
                SafeText.line(key.key().text()),
                count(key.hidden()),
                count(key.spoken()),
                share(key.right(), key.spoken()),
                share(key.hidden() - key.spoken(), key.hidden()),
                share(key.baseline().majorityWhereSpoken(), key.spoken()),
                share(key.baseline().accountWhereSpoken(), key.spoken()),
                count(key.lacking().suggested()) + "/" + count(key.lacking().resources()));
    }

    private void bins(OfKey key) {
        for (Bin bin : key.bins()) {
            out.printf(
                    Locale.ROOT,
                    "%-16s %6s suggestions  sure %s  right %s%n",
                    SafeText.line(key.key().text()),
                    count(bin.spoken()),
                    Shares.percent(bin.meanConfidence()),
                    Shares.percent(bin.precision()));
        }
    }

    private static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String share(int part, int whole) {
        return whole == 0 ? "–" : Shares.percent((double) part / whole);
    }
}
