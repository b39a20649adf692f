package io.tagcompliance.core.evaluation;

/** How many resources fail each rule, by its number. Confined to one thread. */
final class RuleCounts {
    private final int[] resources;
    private final int[] missing;
    private final int[] firstRow;

    RuleCounts(int rules) {
        this.resources = new int[rules];
        this.missing = new int[rules];
        this.firstRow = new int[rules];
    }

    /** A row fails the rule; rows come in order. */
    void add(int rule, int row) {
        if (resources[rule]++ == 0) {
            firstRow[rule] = row;
        }
    }

    /** And it does for want of the key. */
    void addMissing(int rule) {
        missing[rule]++;
    }

    int resources(int rule) {
        return resources[rule];
    }

    int missing(int rule) {
        return missing[rule];
    }

    int firstRow(int rule) {
        return firstRow[rule];
    }
}
