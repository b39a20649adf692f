package io.tagcompliance.server.tool;

import io.tagcompliance.core.check.Counts;
import io.tagcompliance.core.check.Figures;
import io.tagcompliance.core.check.ScanFacts;
import io.tagcompliance.core.check.Score;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.server.document.Counted;
import io.tagcompliance.server.document.Shares;
import io.tagcompliance.server.tool.answer.CheckAnswer.FiguresRow;
import org.jspecify.annotations.Nullable;

/** Shapes figures: for programs, and as sentences for people. */
final class Figure {
    static final String NO_RESOURCE = "no resource matches what was asked for";

    private Figure() {}

    /** Why there is no score although everything was read. */
    static String nothingToScore(Figures figures) {
        return figures.counts().total() == 0 ? NO_RESOURCE : "no rule applies to any resource";
    }

    static FiguresRow row(Figures figures) {
        Counts counts = figures.counts();
        return new FiguresRow(
                score(figures.score()),
                status(figures.score()),
                ofWhatWasRead(figures.score()),
                counts.total(),
                counts.notApplicable(),
                counts.applicable(),
                counts.compliant(),
                counts.nonCompliant(),
                counts.notEvaluated(),
                counts.exempt());
    }

    static @Nullable Double score(Score score) {
        return score instanceof Score.Known known ? (Double) score(known.ratio()) : null;
    }

    /** A score by its share, cut to four digits. */
    static double score(double share) {
        return Shares.figure(share).doubleValue();
    }

    static String status(Score score) {
        return switch (score) {
            case Score.Known known -> "complete";
            case Score.Withheld withheld -> "partial";
            case Score.NothingApplicable nothing -> "nothing_applicable";
        };
    }

    static @Nullable Double ofWhatWasRead(Score score) {
        return score instanceof Score.Withheld withheld ? score(withheld.ofWhatWasRead()) : null;
    }

    /** The score as a sentence. */
    static String sentence(Figures figures) {
        Counts counts = figures.counts();
        if (counts.total() == 0 && figures.score() instanceof Score.NothingApplicable) {
            return "No score: " + NO_RESOURCE + ".";
        }
        String numbers =
                "%d of %d applicable resources comply, %d do not, %d could not be evaluated; %d are exempt, to %d no rule applies; %d in all."
                        .formatted(
                                counts.compliant(),
                                counts.applicable(),
                                counts.nonCompliant(),
                                counts.notEvaluated(),
                                counts.exempt(),
                                counts.notApplicable(),
                                counts.total());
        return headline(figures.score()) + " " + numbers;
    }

    private static String headline(Score score) {
        return switch (score) {
            case Score.Known known -> "Compliance " + percent(known.ratio()) + ".";
            case Score.NothingApplicable nothing -> "No score: no rule applies to any of these resources.";
            case Score.Withheld withheld
            when withheld.ofWhatWasRead() instanceof Score.Known known ->
                "No score of the whole, since part of it could not be read; of what was read, " + percent(known.ratio())
                        + ".";
            case Score.Withheld withheld -> "No score: it could not be read.";
        };
    }

    /** What is no score, to four digits: a change, a confidence. */
    static double rounded(double ratio) {
        return Math.round(ratio * 10_000) / 10_000.0;
    }

    static String percent(double ratio) {
        return Shares.percent(ratio);
    }

    /** What the answer rests on, as a sentence. */
    static String provenance(ScanFacts facts) {
        String coverage = facts.coverage().isComplete()
                ? "Everything in scope was read"
                        + ReadRegions.words(facts.coverage().regions())
                : "NOT everything in scope was read ("
                        + Counted.of(facts.coverage().gaps().size(), "gap") + firstGap(facts)
                        + ", see gaps and unknown_tags)";
        return coverage + "; from " + facts.readFrom().label() + ", as of " + Moments.text(facts.asOf()) + ".";
    }

    private static String firstGap(ScanFacts facts) {
        return facts.coverage().gaps().stream()
                .map(ScanGap::failure)
                .map(failure -> ", first: " + failure.remedy())
                .findFirst()
                .orElse("");
    }
}
