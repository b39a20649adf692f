package io.tagcompliance.core.advice;

import io.tagcompliance.core.advice.CommonestValues.Guesses;
import io.tagcompliance.core.advice.EstateKnowledge.OfScan;
import io.tagcompliance.core.advice.SuggestionScores.Baseline;
import io.tagcompliance.core.advice.SuggestionScores.Bin;
import io.tagcompliance.core.advice.SuggestionScores.Lacking;
import io.tagcompliance.core.advice.SuggestionScores.OfKey;
import io.tagcompliance.core.check.ParentTags;
import io.tagcompliance.core.check.ResourceFilter;
import io.tagcompliance.core.check.ScanReader;
import io.tagcompliance.core.check.Sources;
import io.tagcompliance.core.resource.ResourceColumns;
import io.tagcompliance.core.scan.Freshness;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.policy.TagKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells how good suggestions are on an estate, beside two simpler ways. Each tag that is hidden is suggested by votes and by
 * figures in which its own group has no part.
 */
public final class EvaluateSuggestions {
    private static final double BIN = 0.1;
    private static final int MOST_LOOKED_AT = 20_000;

    private final Sources sources;
    private final EstateKnowledge knowledge;

    public EvaluateSuggestions(Sources sources, EstateKnowledge knowledge) {
        this.sources = sources;
        this.knowledge = knowledge;
    }

    /**
     * Tries every key that the policy demands somewhere, be it under a condition, or those that are named.
     *
     * @throws InterruptedException where the asker was interrupted
     * @throws io.tagcompliance.core.scan.StillScanningException where the scan outlasts the asker's patience
     */
    public SuggestionScores evaluate(List<TagKey> keys, Patience patience) throws InterruptedException {
        ScanReader.Reading reading =
                ScanReader.read(sources, ResourceFilter.EVERYTHING, Freshness.REMEMBERED_WILL_DO, patience);
        OfScan known = knowledge.of(
                reading.resources(),
                ParentTags.read(sources, patience),
                sources.policies().current().compiled());
        List<TagKey> tried =
                keys.isEmpty() ? DemandedKeys.anywhere(known.estate().policy().policy()) : keys;
        Map<TagKey, Lacking> lacking = lacking(known);
        return new SuggestionScores(
                reading.facts(),
                tried.stream()
                        .map(key -> score(key, known, lacking.getOrDefault(key, new Lacking(0, 0))))
                        .toList());
    }

    /** Of larger estates every so many-th resource is looked at, always the same ones. */
    private Map<TagKey, Lacking> lacking(OfScan known) {
        ResourceColumns columns = known.estate().columns();
        Map<TagKey, Lacking> lacking = new HashMap<>();
        for (int row = 0; row < columns.size(); row += 1 + columns.size() / MOST_LOOKED_AT) {
            Adviser adviser =
                    new Adviser(known, Row.of(columns, row), sources.clock().instant());
            for (TagKey key : adviser.lackingKeys()) {
                int suggested = adviser.advise(key) instanceof Adviser.Said.Suggested ? 1 : 0;
                lacking.merge(key, new Lacking(1, suggested), EvaluateSuggestions::sum);
            }
        }
        return lacking;
    }

    private static Lacking sum(Lacking one, Lacking other) {
        return new Lacking(one.resources() + other.resources(), one.suggested() + other.suggested());
    }

    private static OfKey score(TagKey key, OfScan known, Lacking lacking) {
        KeyKnowledge about = known.about(key);
        List<Try> tries = new ArrayList<>();
        for (int number : about.trials()) {
            Row row = Row.of(known.estate().columns(), number);
            tries.add(new Try(about.uninfluenced(row), about.valueOf(number), about.guesses(row)));
        }
        return score(key, tries, lacking);
    }

    private static OfKey score(TagKey key, List<Try> tries, Lacking lacking) {
        List<Try> spoken = tries.stream().filter(Try::spoke).toList();
        return new OfKey(
                key,
                tries.size(),
                spoken.size(),
                (int) spoken.stream().filter(Try::right).count(),
                new Baseline(
                        (int) spoken.stream().filter(Try::majorityRight).count(),
                        (int) spoken.stream().filter(Try::accountRight).count(),
                        (int) tries.stream().filter(Try::majorityRight).count(),
                        (int) tries.stream().filter(Try::accountRight).count()),
                bins(spoken),
                lacking);
    }

    private static List<Bin> bins(List<Try> spoken) {
        List<Bin> bins = new ArrayList<>();
        for (int number = 0; number < 1 / BIN; number++) {
            int bin = number;
            List<Try> within = spoken.stream()
                    .filter(one -> Math.min((int) (one.confidence() / BIN), (int) (1 / BIN) - 1) == bin)
                    .toList();
            if (!within.isEmpty()) {
                bins.add(new Bin(
                        bin * BIN,
                        within.size(),
                        (int) within.stream().filter(Try::right).count(),
                        within.stream().mapToDouble(Try::confidence).sum()));
            }
        }
        return bins;
    }

    /** One hidden tag, and what came of it. */
    private record Try(Opinion opinion, String truth, Guesses guesses) {
        boolean majorityRight() {
            return guesses.estateIs(truth);
        }

        boolean accountRight() {
            return guesses.accountIs(truth);
        }

        boolean spoke() {
            return opinion instanceof Opinion.Value;
        }

        boolean right() {
            return opinion instanceof Opinion.Value value && value.value().equals(truth);
        }

        double confidence() {
            return opinion instanceof Opinion.Value value
                    ? value.evidence().getFirst().precision().lowerBound()
                    : 0;
        }
    }
}
