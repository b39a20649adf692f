package io.tagcompliance.server.document;

import io.tagcompliance.server.tool.answer.ReportAnswer;
import io.tagcompliance.server.tool.answer.ReportAnswer.MoreRow;
import java.util.ArrayList;
import java.util.List;

/** A last row of a table for people: what the table leaves out, or what all of it comes to. */
record Rest(String name, String failing, String resources, String cost) {
    /** Rows that aren't shown. */
    static Rest of(MoreRow more, ReportAnswer report) {
        return new Rest(
                Words.more(more),
                more.failing() == null ? "" : Words.count(more.failing()),
                Words.count(more.resources()),
                Words.money(more.cost(), report.summary().costCurrency()));
    }

    /** What follows the teams: the others, those of which nobody knows, and all together. */
    static List<Rest> ofTeams(ReportAnswer report) {
        List<Rest> rows = new ArrayList<>();
        if (report.moreTeams() != null) {
            rows.add(of(report.moreTeams(), report));
        }
        if (report.resourcesOfUnknownTeam() > 0) {
            rows.add(new Rest("(" + Words.TAGS_UNKNOWN + ")", "", Words.count(report.resourcesOfUnknownTeam()), ""));
        }
        rows.add(new Rest(
                "All",
                Words.count(report.summary().nonCompliant()),
                Words.count(report.summary().totalResources()),
                Words.money(
                        report.summary().nonCompliantCost(), report.summary().costCurrency())));
        return rows;
    }
}
