package io.tagcompliance.core.evaluation;

import io.tagcompliance.core.evaluation.Outcomes.Outcome;
import io.tagcompliance.core.resource.ResourceColumns;
import io.tagcompliance.core.resource.Rows;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * One pass over the rows of a scan. A row whose verdict its numbers don't settle, because a name decides, or because what is
 * wrong with it may be waived, is left to be asked for. Confined to one thread.
 */
final class ColumnPass implements NumberedValues {
    /** How the rows of a site are judged. */
    private static final byte BY_NUMBERS = 0;

    private static final byte NOT_AT_ALL = 1;
    private static final byte BY_THEMSELVES = 2;

    private final ColumnVerdicts verdicts;
    private final ResourceColumns columns;
    private final ColumnTally tally;
    private final long now;
    private final SiteMemory[] sites;
    private final byte[] ways;
    private final boolean[] mayExempt;
    private final boolean[] mayWaive;
    private final Outcomes outcomes;

    /** Of the outcomes that were known before: what is wrong, how many of the rows have each, and the first of these. */
    private final int[] errors;

    private final int[] warnings;
    private final int[] counts;

    private final int[] firstRows;

    ColumnPass(ColumnVerdicts verdicts, ResourceColumns columns, Instant now, ColumnTally tally) {
        this.verdicts = verdicts;
        this.columns = columns;
        this.tally = tally;
        this.now = now.getEpochSecond();
        this.outcomes = verdicts.outcomes();
        this.counts = new int[outcomes.size() + 1];
        this.firstRows = new int[counts.length];
        this.errors = new int[counts.length];
        this.warnings = new int[counts.length];
        for (int outcome = 1; outcome < counts.length; outcome++) {
            errors[outcome] = outcomes.at(outcome).errors();
            warnings[outcome] = outcomes.at(outcome).warnings();
        }
        this.sites = new SiteMemory[columns.sites()];
        this.ways = new byte[sites.length];
        this.mayExempt = new boolean[sites.length];
        this.mayWaive = new boolean[sites.length];
        Map<SiteMemory, Boolean> known = new HashMap<>();
        for (int site = 0; site < sites.length; site++) {
            sites[site] = verdicts.at(site);
            ways[site] = way(sites[site]);
            mayExempt[site] = known.computeIfAbsent(sites[site], rules -> rules.mayExempt(now));
            mayWaive[site] = !sites[site].waivesNothing();
        }
    }

    private byte way(SiteMemory site) {
        if (verdicts.asksForEach(site)) {
            return BY_THEMSELVES;
        }
        return site.demandAnything() ? BY_NUMBERS : NOT_AT_ALL;
    }

    void over(Rows rows) {
        int size = rows.size();
        for (int index = 0; index < size; index++) {
            int row = rows.row(index);
            int site = columns.siteOf(row);
            tally.meet(site, row);
            int outcome = outcomes.of(row);
            if (outcome == Outcomes.UNKNOWN) {
                judge(row, site);
            } else if (errors[outcome] + warnings[outcome] == 0) {
                tally.fine(site);
            } else if (mayWaive(row, site)) {
                tally.ask(row);
            } else {
                tally.violated(site, row, errors[outcome], warnings[outcome]);
                firstRows[outcome] = counts[outcome]++ == 0 ? row : firstRows[outcome];
            }
        }
        for (int outcome = 1; outcome < counts.length; outcome++) {
            if (counts[outcome] > 0) {
                note(outcomes.at(outcome), firstRows[outcome], counts[outcome]);
            }
        }
    }

    /** Whether what is wrong with a row may not count. */
    private boolean mayWaive(int row, int site) {
        return mayWaive[site] && (mayExempt[site] || sites[site].mayBeInGrace(columns.createdAt(row), now));
    }

    private void judge(int row, int site) {
        switch (ways[site]) {
            case BY_NUMBERS -> judgeByNumbers(row, site);
            case NOT_AT_ALL -> tally.notApplicable(site);
            default -> tally.ask(row);
        }
    }

    private void judgeByNumbers(int row, int site) {
        int keySet = columns.keySetOf(row);
        if (keySet < 0) {
            tally.notEvaluated(site);
            return;
        }
        int number = verdicts.number(sites[site], columns, keySet);
        if (number < 0) {
            tally.ask(row);
            return;
        }
        KeySetRules here = verdicts.compiled(number);
        Outcome outcome = outcomes.note(row, number, here, here.failed(this, row));
        if (outcome.errors() + outcome.warnings() == 0) {
            tally.fine(site);
        } else if (mayWaive(row, site)) {
            tally.ask(row);
        } else {
            tally.violated(site, row, outcome.errors(), outcome.warnings());
            note(outcome, row, 1);
        }
    }

    private void note(Outcome outcome, int firstRow, int rows) {
        outcome.rules().note(outcome.failed(), firstRow, rows, tally.rules());
    }

    @Override
    public int first(int row) {
        return columns.firstValueOf(row);
    }

    @Override
    public int at(int index) {
        return columns.valueAt(index);
    }

    @Override
    public String text(int value) {
        return columns.values().text(value);
    }

    @Override
    public boolean isPlace(int value) {
        return false;
    }
}
