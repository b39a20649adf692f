package io.tagcompliance.core.check;

/**
 * How many resources there are of each verdict. Total = not applicable + applicable + exempt; applicable = compliant +
 * non-compliant + not evaluated.
 *
 * @param exempt resources of which some violation is waived by an exemption, and no error is left
 */
public record Counts(int notApplicable, int compliant, int nonCompliant, int notEvaluated, int exempt) {
    public int applicable() {
        return compliant + nonCompliant + notEvaluated;
    }

    public int total() {
        return notApplicable + applicable() + exempt;
    }

    /** The score of these resources, withheld where some of them, or of their kind, could not be read. */
    Score score(boolean gapsAmongThem) {
        Score ofWhatWasRead = ratio(compliant + nonCompliant);
        return gapsAmongThem || notEvaluated > 0 ? new Score.Withheld(ofWhatWasRead) : ofWhatWasRead;
    }

    private Score ratio(int judged) {
        return judged == 0 ? new Score.NothingApplicable() : new Score.Known((double) compliant / judged);
    }
}
