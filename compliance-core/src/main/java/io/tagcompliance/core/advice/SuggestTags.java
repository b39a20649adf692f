package io.tagcompliance.core.advice;

import io.tagcompliance.core.advice.EstateKnowledge.OfScan;
import io.tagcompliance.core.check.ParentTags;
import io.tagcompliance.core.check.ResourceFilter;
import io.tagcompliance.core.check.ScanReader;
import io.tagcompliance.core.check.Sources;
import io.tagcompliance.core.scan.Patience;
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
     * Looks through a scan of the whole estate. Where that doesn't tell enough, clouds that keep a log of who made what are asked
     * about a few resources: slow, and only then.
     *
     * @throws InterruptedException where the asker was interrupted
     * @throws io.tagcompliance.core.scan.StillScanningException where the scan outlasts the asker's patience
     */
    public TagSuggestions suggest(SuggestRequest request, Patience patience) throws InterruptedException {
        ScanReader.Reading reading = ScanReader.read(sources, ResourceFilter.EVERYTHING, request.freshness(), patience);
        ParentTags parents = ParentTags.read(sources, patience);
        OfScan known = knowledge.of(
                reading.resources(), parents, sources.policies().current().compiled());
        Inquiry inquiry = new Inquiry(request, reading, known, sources.clock().instant());
        List<Advice> advice = inquiry.answer();
        boolean moreIsKnown = new CreatorSearch(known).search(sources.scanner().providers(), inquiry.open());
        return new TagSuggestions(reading.facts(), moreIsKnown ? inquiry.answer() : advice);
    }
}
