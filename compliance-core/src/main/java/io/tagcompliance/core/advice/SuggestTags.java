package io.tagcompliance.core.advice;

import io.tagcompliance.core.advice.Abstention.Why;
import io.tagcompliance.core.advice.EstateKnowledge.OfScan;
import io.tagcompliance.core.check.ParentTags;
import io.tagcompliance.core.check.ResourceFilter;
import io.tagcompliance.core.check.ScanReader;
import io.tagcompliance.core.check.Sources;
import io.tagcompliance.core.resource.IdReading;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.policy.TagKey;
import java.util.ArrayList;
import java.util.List;

/** Suggests what missing or wrong tags of single resources should be, where the estate knows it. Changes nothing. */
public final class SuggestTags {
    private final Sources sources;
    private final EstateKnowledge knowledge;

    public SuggestTags(Sources sources, EstateKnowledge knowledge) {
        this.sources = sources;
        this.knowledge = knowledge;
    }

    /**
     * Looks through a scan of the whole estate, and calls no cloud for the single resource.
     *
     * @throws InterruptedException where the asker was interrupted
     * @throws io.tagcompliance.core.scan.StillScanningException where the scan outlasts the asker's patience
     */
    public TagSuggestions suggest(SuggestRequest request, Patience patience) throws InterruptedException {
        ScanReader.Reading reading = ScanReader.read(sources, ResourceFilter.EVERYTHING, request.freshness(), patience);
        ParentTags parents = ParentTags.read(sources, patience);
        OfScan known = knowledge.of(
                reading.resources(), parents, sources.policies().current().compiled());
        List<Advice> advice = new ArrayList<>();
        for (String text : request.resources()) {
            advice.add(
                    switch (IdReading.of(text)) {
                        case IdReading.Invalid invalid -> new Advice.NoIdentifier(text, invalid.reason());
                        case IdReading.Valid valid -> advise(valid.id(), request, new Read(known, reading));
                    });
        }
        return new TagSuggestions(reading.facts(), advice);
    }

    private record Read(OfScan known, ScanReader.Reading reading) {}

    private Advice advise(ResourceId id, SuggestRequest request, Read read) {
        int row = read.reading().resources().find(id);
        if (row < 0) {
            return read.reading().facts().coverage().gaps().isEmpty() ? new Advice.Absent(id) : new Advice.Unknown(id);
        }
        Adviser adviser = new Adviser(
                read.known(),
                Row.of(read.reading().resources(), row),
                sources.clock().instant());
        List<TagSuggestion> suggestions = new ArrayList<>();
        List<Abstention> abstained = new ArrayList<>();
        for (TagKey key : request.keys().isEmpty() ? adviser.lackingKeys() : request.keys()) {
            if (request.protects(key)) {
                abstained.add(new Abstention(key, Why.PROTECTED_KEY));
            } else {
                switch (adviser.advise(key)) {
                    case Adviser.Said.Suggested suggested -> suggestions.add(suggested.suggestion());
                    case Adviser.Said.Nothing nothing -> abstained.add(nothing.abstention());
                }
            }
        }
        return new Advice.Given(adviser.resource(), suggestions, abstained);
    }
}
