package io.tagcompliance.core.trend;

/**
 * Why a score changed between two scans: three parts that add up to the whole change. The older estate is judged by the newer
 * policy, then with the newer tags, then the newer estate as a whole; each step's change is one part.
 *
 * @param policyChanged    by other rules
 * @param tagsChanged      by tags on resources that both scans found
 * @param resourcesChanged by resources that came or went
 */
public record ScoreChange(double policyChanged, double tagsChanged, double resourcesChanged) {
    /** The whole change. */
    public double total() {
        return policyChanged + tagsChanged + resourcesChanged;
    }
}
