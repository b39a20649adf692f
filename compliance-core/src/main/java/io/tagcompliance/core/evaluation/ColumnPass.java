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

    ColumnPass(ColumnVerdicts verdicts, ResourceColumns columns, Instant now, ColumnTally tally) {
        this.verdicts = verdicts;
        this.columns = columns;
        this.tally = tally;
        this.now = now.getEpochSecond();
        this.outcomes = verdicts.outcomes();
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
            if (outcomes.of(row) == Outcomes.UNKNOWN) {
                outcomes.note(row, judge(row));
            }
        }
        int[] counts = new int[outcomes.size() + 1];
        int[] firstRows = new int[counts.length];
        for (int index = 0; index < size; index++) {
            int row = rows.row(index);
            int outcome = counted(row);
            if (outcome > 0 && counts[outcome]++ == 0) {
                firstRows[outcome] = row;
            }
        }
        for (int outcome = 1; outcome < counts.length; outcome++) {
            if (counts[outcome] > 0) {
                note(outcomes.at(outcome), firstRows[outcome], counts[outcome]);
            }
        }
    }

    /** What a row comes to, which is counted; {@link Outcomes#OPEN} if it may yet be waived. */
    private int counted(int row) {
        int outcome = outcomes.of(row);
        int site = columns.siteOf(row);
        tally.meet(site, row);
        if (outcome > 0) {
            int errors = outcomes.errors(outcome);
            int warnings = outcomes.warnings(outcome);
            if (mayWaive[site] && errors + warnings > 0 && mayWaive(row, site)) {
                tally.ask(row);
                return Outcomes.OPEN;
            }
            tally.judged(site, row, errors, warnings);
        } else {
            countOther(outcome, row, site);
        }
        return outcome;
    }

    private void countOther(int outcome, int row, int site) {
        switch (outcome) {
            case Outcomes.NOT_APPLICABLE -> tally.notApplicable(site);
            case Outcomes.NOT_EVALUATED -> tally.notEvaluated(site);
            default -> tally.ask(row);
        }
    }

    /** Whether what is wrong with a row may not count. */
    private boolean mayWaive(int row, int site) {
        return mayExempt[site] || sites[site].mayBeInGrace(columns.createdAt(row), now);
    }

    private int judge(int row) {
        int site = columns.siteOf(row);
        return switch (ways[site]) {
            case BY_NUMBERS -> judgeByNumbers(row, sites[site]);
            case NOT_AT_ALL -> Outcomes.NOT_APPLICABLE;
            default -> Outcomes.OPEN;
        };
    }

    private int judgeByNumbers(int row, SiteMemory site) {
        int keySet = columns.keySetOf(row);
        if (keySet < 0) {
            return Outcomes.NOT_EVALUATED;
        }
        int number = verdicts.number(site, columns, keySet);
        return number < 0 ? Outcomes.OPEN : outcomes.of(verdicts.compiled(number), this, columns.firstValueOf(row));
    }

    private void note(Outcome outcome, int firstRow, int rows) {
        outcome.rules().note(outcome.failed(), firstRow, rows, tally.rules());
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
