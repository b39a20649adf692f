package io.tagcompliance.core.evaluation;

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

    ColumnPass(ColumnVerdicts verdicts, ResourceColumns columns, Instant now, ColumnTally tally) {
        this.verdicts = verdicts;
        this.columns = columns;
        this.tally = tally;
        this.now = now.getEpochSecond();
        this.sites = new SiteMemory[columns.sites()];
        this.ways = new byte[sites.length];
        this.mayExempt = new boolean[sites.length];
        Map<SiteMemory, Boolean> known = new HashMap<>();
        for (int site = 0; site < sites.length; site++) {
            sites[site] = verdicts.at(site);
            ways[site] = way(sites[site]);
            mayExempt[site] = known.computeIfAbsent(sites[site], rules -> rules.mayExempt(now));
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
            switch (ways[site]) {
                case BY_NUMBERS -> judge(row, site);
                case NOT_AT_ALL -> tally.notApplicable(site);
                default -> tally.ask(row);
            }
        }
    }

    private void judge(int row, int site) {
        int keySet = columns.keySetOf(row);
        if (keySet < 0) {
            tally.notEvaluated(site);
            return;
        }
        SiteMemory rules = sites[site];
        int number = verdicts.number(rules, columns, keySet);
        if (number < 0) {
            tally.ask(row);
            return;
        }
        KeySetRules here = verdicts.compiled(number);
        long failed = here.failed(this, row);
        int errors = here.errors(failed);
        int warnings = here.warnings(failed);
        if (errors + warnings == 0) {
            tally.fine(site);
        } else if (mayExempt[site] || rules.mayBeInGrace(columns.createdAt(row), now)) {
            tally.ask(row);
        } else {
            tally.violated(site, row, errors, warnings);
            here.note(failed, row, tally.rules());
        }
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
