package io.tagcompliance.core.evaluation;

import io.tagcompliance.core.resource.ResourceColumns;
import io.tagcompliance.core.resource.Rows;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * One pass over the rows of a scan. A row whose verdict its numbers don't settle, because a name decides, or because what is
 * wrong with it may be waived, is left to be asked for. Confined to one thread.
 */
final class ColumnPass implements NumberedValues {
    private final ColumnVerdicts verdicts;
    private final ResourceColumns columns;
    private final ColumnTally tally;
    private final long now;
    private final boolean[] mayExempt;

    ColumnPass(ColumnVerdicts verdicts, ResourceColumns columns, Instant now, ColumnTally tally) {
        this.verdicts = verdicts;
        this.columns = columns;
        this.tally = tally;
        this.now = now.getEpochSecond();
        this.mayExempt = new boolean[columns.sites()];
        Map<SiteMemory, Boolean> known = new IdentityHashMap<>();
        for (int site = 0; site < mayExempt.length; site++) {
            mayExempt[site] = known.computeIfAbsent(verdicts.at(site), rules -> rules.mayExempt(now));
        }
    }

    void over(Rows rows) {
        for (int index = 0; index < rows.size(); index++) {
            count(rows.row(index));
        }
    }

    private void count(int row) {
        int site = columns.siteOf(row);
        SiteMemory rules = verdicts.at(site);
        tally.meet(site, row);
        if (verdicts.asksForEach(rules)) {
            tally.ask(row);
        } else if (!rules.demandAnything()) {
            tally.notApplicable(site);
        } else {
            judge(row, site, rules);
        }
    }

    private void judge(int row, int site, SiteMemory rules) {
        int keySet = columns.keySetOf(row);
        if (keySet < 0) {
            tally.notEvaluated(site);
            return;
        }
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
    public int valueOf(int row, int position) {
        return columns.valueOf(row, position);
    }

    @Override
    public String text(int value) {
        return columns.values().text(value);
    }
}
