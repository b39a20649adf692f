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

    /** So many rows fail the rule, of which this is the first. */
    void add(int rule, int row, int rows) {
        firstRow[rule] = resources[rule] == 0 ? row : Math.min(firstRow[rule], row);
        resources[rule] += rows;
    }

    /** And they do for want of the key. */
    void addMissing(int rule, int rows) {
        missing[rule] += rows;
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
