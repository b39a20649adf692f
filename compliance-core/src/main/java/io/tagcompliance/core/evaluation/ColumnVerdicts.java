package io.tagcompliance.core.evaluation;

import io.tagcompliance.core.resource.Ints;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.ResourceColumns;
import io.tagcompliance.core.resource.Rows;
import io.tagcompliance.core.resource.Site;
import io.tagcompliance.policy.Severity;
import io.tagcompliance.policy.TagKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * What a policy says of the rows of one scan. The rules of each site are found once, what they come to for a sequence of keys
 * is settled once, and each demand is asked of each value once; what is left for a row is to look up its values.
 *
 * <p>It remembers that for as long as it lives, so it is to live no longer than the scan; it doesn't keep the scan itself,
 * and each call is to bring the columns that it was made for. Safe for many threads, which take turns.
 */
public final class ColumnVerdicts {
    /** Past this many, rows are judged for themselves: somebody made up keys for each resource. */
    private static final int MOST_COMPILED = 20_000;

    private static final int NONE = -1;

    private final CompiledPolicy policy;
    private final Function<Site, Lineage> lineages;
    private final PolicyMemory memory;
    private final SiteMemory[] bySite;
    private final List<KeySetRules> compiled = new ArrayList<>();
    private final Outcomes outcomes;
    private final ReentrantLock turn = new ReentrantLock();

    /** Whether nothing is ever waived, so that a count holds whenever it is asked for. */
    private final boolean timeless;

    /** The counts of every row, by the severities that are listed: what most checks ask for. */
    private final Map<Set<Severity>, ColumnTally> wholeScan = new HashMap<>();

    /**
     * The verdicts of a policy on a scan, none of them found yet.
     *
     * @param lineages what can be inherited at a site
     */
    public ColumnVerdicts(CompiledPolicy policy, ResourceColumns columns, Function<Site, Lineage> lineages) {
        this.policy = policy;
        this.lineages = lineages;
        this.memory = new PolicyMemory(policy, columns.values().size());
        this.outcomes = new Outcomes(columns.size());
        this.bySite = new SiteMemory[columns.sites()];
        SiteMemories memories = new SiteMemories(policy, columns.keySets().size());
        for (int site = 0; site < bySite.length; site++) {
            Site there = columns.site(site);
            bySite[site] = memories.of(SiteRules.Spot.of(there), lineages.apply(there));
        }
        this.timeless = memories.all().stream().allMatch(SiteMemory::waivesNothing);
    }

    /** The verdict on one row: the string form's. */
    public Verdict verdict(ResourceColumns columns, int row, Instant now) {
        return policy.judge(subject(columns, row), now);
    }

    private Subject subject(ResourceColumns columns, int row) {
        return Subject.of(columns.get(row), lineages.apply(columns.site(columns.siteOf(row))));
    }

    /** The counts of some rows, and which of them have violations of these severities. */
    public ColumnTally tally(ResourceColumns columns, Rows rows, Instant now, Set<Severity> listed) {
        turn.lock();
        try {
            boolean always = timeless && rows.size() == columns.size();
            ColumnTally known = wholeScan.get(listed);
            if (always && known != null) {
                return known;
            }
            ColumnTally tally = new ColumnTally(bySite, memory.numbers(), listed);
            new ColumnPass(this, columns, now, tally).over(rows);
            if (always) {
                wholeScan.put(Set.copyOf(listed), tally);
            }
            return tally;
        } finally {
            turn.unlock();
        }
    }

    /** Shows which of some rows were judged when they were counted, but for those that were to be asked for. */
    public void judged(Rows rows, ColumnTally counted, JudgedRow shown) {
        turn.lock();
        try {
            Ints asked = counted.asked();
            int next = 0;
            for (int index = 0; index < rows.size(); index++) {
                int row = rows.row(index);
                if (next < asked.size() && asked.at(next) == row) {
                    next++;
                } else if (outcomes.of(row) > 0) {
                    shown.see(row, outcomes.errors(outcomes.of(row)) == 0);
                }
            }
        } finally {
            turn.unlock();
        }
    }

    /** Is shown what was judged. */
    @FunctionalInterface
    public interface JudgedRow {
        /** A row, and whether it is compliant. */
        void see(int row, boolean isCompliant);
    }

    /** Those of some rows that lack a key that the policy requires of them, under any name. */
    public Rows lackingRequired(ResourceColumns columns, Rows rows) {
        turn.lock();
        try {
            return rows.where(row -> columns.keySetOf(row) >= 0 && lacksRequired(columns, row));
        } finally {
            turn.unlock();
        }
    }

    /** How many of some rows, whose own tags are known, nobody can judge without parents that were not read, by the reason. */
    public Map<ReadFailure, Integer> lackingParents(ResourceColumns columns, Rows rows, Instant now) {
        boolean[] open = new boolean[bySite.length];
        for (int site = 0; site < open.length; site++) {
            open[site] = !lineages.apply(columns.site(site)).unread().isEmpty()
                    && bySite[site].rules().rowByRow();
        }
        Map<ReadFailure, Integer> lacking = new HashMap<>();
        for (int index = 0; index < rows.size(); index++) {
            int row = rows.row(index);
            if (open[columns.siteOf(row)]
                    && columns.keySetOf(row) >= 0
                    && verdict(columns, row, now) instanceof Verdict.NotEvaluated unknown) {
                lacking.merge(unknown.failure(), 1, Integer::sum);
            }
        }
        return lacking;
    }

    /** The keys that the policy requires of a row and that neither it nor a parent has; its tags must be known. */
    public List<TagKey> missingKeys(ResourceColumns columns, int row) {
        return policy.missingKeys(subject(columns, row), columns.tags(row));
    }

    private boolean lacksRequired(ResourceColumns columns, int row) {
        SiteMemory site = bySite[columns.siteOf(row)];
        int number = asksForEach(site) ? NONE : number(site, columns, columns.keySetOf(row));
        return number == NONE
                ? !missingKeys(columns, row).isEmpty()
                : compiled(number).lacksRequired();
    }

    /** Whether rows are to be judged for themselves, since more than site and keys and values decides. */
    boolean asksForEach(SiteMemory site) {
        return site.rules().rowByRow() || !memory.numbers().areDistinct();
    }

    Outcomes outcomes() {
        return outcomes;
    }

    SiteMemory at(int site) {
        return bySite[site];
    }

    /** The number of the rules for a sequence of keys; negative where there are none, and rows are to be judged for themselves. */
    int number(SiteMemory site, ResourceColumns columns, int keySet) {
        int known = site.numberOf(keySet);
        if (known != 0) {
            return known;
        }
        int number = compiled.size() >= MOST_COMPILED
                ? NONE
                : compile(site.rules(), columns.keySets().texts(keySet));
        site.number(keySet, number);
        return number;
    }

    private int compile(SiteRules rules, List<String> keys) {
        return KeySetCompiler.compile(rules, keys, memory)
                .map(found -> {
                    compiled.add(found);
                    return compiled.size();
                })
                .orElse(NONE);
    }

    KeySetRules compiled(int number) {
        return compiled.get(number - 1);
    }
}
