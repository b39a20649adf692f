package io.tagcompliance.core.evaluation;

import io.tagcompliance.core.resource.Ints;
import io.tagcompliance.core.resource.ResourceColumns;
import io.tagcompliance.policy.RuleId;
import io.tagcompliance.policy.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The counts of a pass over rows, by their sites and by rules, without those rows that are to be asked for. Each of those is
 * to be judged for itself and added by whoever asked. Filled by one thread; nothing changes it afterwards.
 */
public final class ColumnTally {
    private static final int NEVER = -1;

    private final SiteMemory[] sites;
    private final RuleNumbers numbers;
    private final boolean listsErrors;
    private final boolean listsWarnings;
    private final RuleCounts rules;
    private final int[] firstRow;
    private final int[] notApplicable;
    private final int[] notEvaluated;
    private final int[] judged;
    private final int[] nonCompliant;
    private final int[] violations;
    private final Ints met = new Ints();
    private final Ints asked = new Ints();
    private final Ints listed = new Ints();
    private final Ints errorsListed = new Ints();

    ColumnTally(SiteMemory[] sites, RuleNumbers numbers, Set<Severity> listed) {
        this.sites = sites;
        this.numbers = numbers;
        this.listsErrors = listed.contains(Severity.ERROR);
        this.listsWarnings = listed.contains(Severity.WARNING);
        this.rules = new RuleCounts(numbers.size());
        this.firstRow = new int[sites.length];
        Arrays.fill(firstRow, NEVER);
        this.notApplicable = new int[sites.length];
        this.notEvaluated = new int[sites.length];
        this.judged = new int[sites.length];
        this.nonCompliant = new int[sites.length];
        this.violations = new int[sites.length];
    }

    /**
     * A rule that some rows fail.
     *
     * @param subject   the key that it is about, or the pattern for keys, as the first row's cloud has it
     * @param resources how many fail it
     * @param missing   of these, for want of the key
     */
    public record RuleFigures(RuleId rule, String subject, int firstRow, int resources, int missing) {}

    /** The counts of a site, and the violations of all severities there. */
    public record SiteFigures(
            int site, int notApplicable, int compliant, int nonCompliant, int notEvaluated, int violations) {}

    void meet(int site, int row) {
        if (firstRow[site] == NEVER) {
            firstRow[site] = row;
            met.add(site);
        }
    }

    void ask(int row) {
        asked.add(row);
    }

    void notApplicable(int site) {
        notApplicable[site]++;
    }

    void notEvaluated(int site) {
        notEvaluated[site]++;
    }

    void judged(int site, int row, int errors, int warnings) {
        judged[site]++;
        violations[site] += errors + warnings;
        nonCompliant[site] += errors > 0 ? 1 : 0;
        if ((listsErrors && errors > 0) || (listsWarnings && warnings > 0)) {
            listed.add(row);
            errorsListed.add(listsErrors ? errors : 0);
        }
    }

    RuleCounts rules() {
        return rules;
    }

    /** The figures of the sites at which rows were met, asked ones included, in the order of their first rows. */
    public List<SiteFigures> sites() {
        List<SiteFigures> figures = new ArrayList<>();
        for (int index = 0; index < met.size(); index++) {
            int site = met.at(index);
            figures.add(new SiteFigures(
                    site,
                    notApplicable[site],
                    judged[site] - nonCompliant[site],
                    nonCompliant[site],
                    notEvaluated[site],
                    violations[site]));
        }
        return figures;
    }

    /** The figures of the rules that rows fail, in the order of the policy. */
    public List<RuleFigures> failedRules(ResourceColumns columns) {
        List<RuleFigures> figures = new ArrayList<>();
        for (int number = 0; number < numbers.size(); number++) {
            if (rules.resources(number) > 0) {
                RuleId rule = numbers.rule(number);
                int first = rules.firstRow(number);
                String subject = sites[columns.siteOf(first)].rules().subjectOf(rule);
                figures.add(new RuleFigures(rule, subject, first, rules.resources(number), rules.missing(number)));
            }
        }
        return figures;
    }

    /** The rows that are to be asked for, in order. */
    public Ints asked() {
        return asked;
    }

    /** The rows with violations that are listed, in order. */
    public Ints listed() {
        return listed;
    }

    /** How many errors are listed of each of those. */
    public Ints errorsListed() {
        return errorsListed;
    }
}
