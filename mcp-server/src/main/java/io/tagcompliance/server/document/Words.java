package io.tagcompliance.server.document;

import io.tagcompliance.server.tool.answer.ReportAnswer;
import io.tagcompliance.server.tool.answer.ReportAnswer.MoreRow;
import io.tagcompliance.server.tool.answer.ReportAnswer.RecommendationRow;
import io.tagcompliance.server.tool.answer.ReportAnswer.Summary;
import io.tagcompliance.server.tool.answer.ReportAnswer.TeamRow;
import io.tagcompliance.server.tool.answer.ReportAnswer.TrendRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures as people read them. */
final class Words {
    static final String UNKNOWN = "unknown";
    static final String EACH_RESOURCE = "each resource";

    /** Where what lists resources comes from: it reads what it is told to read. */
    static final String SAME_OPTIONS =
            "Add to each command the options by which this report was told what to read, such as --estate, --demo or --policy.";

    static final String TAGS_UNKNOWN = "tags could not be read";

    private static final List<Unknown> UNKNOWN_MONEY = List.of(
            new Unknown("cost_attribution_gap", "the spend without an owner"),
            new Unknown("non_compliant_cost", "what resources cost"));

    /** What of the money may be unknown: the field that is null, and what people call it. */
    private record Unknown(String field, String name) {}

    private Words() {}

    static String percent(@Nullable Double ratio) {
        return ratio == null ? UNKNOWN : Shares.percent(ratio);
    }

    static String percentage(@Nullable BigDecimal percentage) {
        return percentage == null ? UNKNOWN : percentage.setScale(1, RoundingMode.HALF_EVEN) + " %";
    }

    static String money(@Nullable BigDecimal amount, @Nullable String currency) {
        if (amount == null) {
            return UNKNOWN;
        }
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        return format.format(amount) + (currency == null ? "" : " " + currency);
    }

    static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** So many resources. */
    static String resources(int number) {
        return Counted.of(number, "resource");
    }

    /** What became of all of them; the numbers add up. */
    static String counts(Summary summary) {
        return "Of " + resources(summary.totalResources()) + ", " + count(summary.compliant()) + " comply, "
                + count(summary.nonCompliant()) + " do not, " + count(summary.notEvaluated())
                + " could not be evaluated, " + count(summary.exempt()) + " are exempt, and to "
                + count(summary.notApplicable()) + " no rule applies.";
    }

    /** The title of the table of teams, with the tag that names them. */
    static String teams(ReportAnswer report) {
        return report.teamTag() == null ? "Teams" : "Teams, by the tag " + report.teamTag();
    }

    /** A team, or those without. */
    static String team(TeamRow team) {
        return team.team() == null ? "(none)" : team.team();
    }

    /** What a list leaves out. */
    static String more(MoreRow row) {
        return count(row.more()) + " more";
    }

    /** Where something is mended: on what resources belong to, else on each of them, of which a report may name some. */
    static String where(RecommendationRow row) {
        return places(row).isEmpty() ? EACH_RESOURCE : String.join(" ", places(row)) + more(row);
    }

    /** The ids of where it is mended; none = on each of too many. */
    static List<String> places(RecommendationRow row) {
        return row.parent() == null ? row.some() : List.of(row.parent());
    }

    /** How many more places there are than those. */
    static String more(RecommendationRow row) {
        if (row.parent() != null) {
            return "";
        }
        return row.notListed() == 0 || row.some().isEmpty() ? "" : " and " + count(row.notListed()) + " more";
    }

    /** What a reader of the money has to know: notes on the bill, and why something is unknown. */
    static List<String> ofMoney(ReportAnswer report) {
        List<String> notes = new ArrayList<>(report.billNotes());
        UNKNOWN_MONEY.stream()
                .filter(unknown -> report.nullReasons().containsKey(unknown.field()))
                .map(unknown ->
                        unknown.name() + " is unknown: " + report.nullReasons().get(unknown.field()))
                .forEach(notes::add);
        return notes;
    }

    /** Whether everything was read, in a sentence. */
    static String coverage(ReportAnswer report) {
        return report.provenance().coverage().equals("complete")
                ? "Everything in scope was read."
                : "Not everything in scope was read: "
                        + Counted.of(report.provenance().gapsTotal(), "part")
                        + " could not be, so there is no score of the whole.";
    }

    /** The score, and what it is of. */
    static String score(ReportAnswer report) {
        return switch (report.scoreStatus()) {
            case "complete" -> percent(report.overallCompliance());
            case "partial" -> UNKNOWN + " (" + percent(report.scoreOfWhatWasRead()) + " of what was read)";
            default -> report.summary().totalResources() == 0 ? "none: no resource matches" : "none: no rule applies";
        };
    }

    static String trend(ReportAnswer report) {
        return switch (report.trend().trend()) {
            case "improving" -> "improving";
            case "declining" -> "declining";
            case "stable" -> "stable";
            default -> "not enough data";
        };
    }

    /** How many days have no score, in a sentence; empty where each has one. */
    static String holes(ReportAnswer report) {
        TrendRow trend = report.trend();
        Integer none = trend.daysWithoutScan();
        if (none == null) {
            return "Nobody can tell how the last 90 days were: "
                    + report.nullReasons().getOrDefault("days_without_scan", UNKNOWN) + ".";
        }
        int partial = trend.partialDays().size();
        int other = trend.otherPolicyDays().size();
        return none + partial + other == 0
                ? ""
                : "Of the last 90 days " + count(none) + " have no scan, " + count(partial)
                        + " only partial ones and " + count(other)
                        + " only such as another policy judged: nothing is known of the score by this policy then.";
    }

    /** What lists the resources of a step, and whether it lists others too. */
    static String listAll(RecommendationRow row) {
        return row.listAll().command() + listsMore(row);
    }

    /** What else that lists. */
    static String listsMore(RecommendationRow row) {
        int listed = row.listAll().resources();
        return listed == row.resources() ? "" : " (lists these among the " + count(listed) + " that fail the rule)";
    }
}
