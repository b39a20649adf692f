package io.tagcompliance.core.advice;

import io.tagcompliance.core.advice.Abstention.Why;
import io.tagcompliance.core.advice.EstateKnowledge.OfScan;
import io.tagcompliance.core.check.ScanReader.Reading;
import io.tagcompliance.core.resource.IdReading;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.policy.TagKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One question for tags, on what is known of one scan. Confined to one thread. */
final class Inquiry {
    /** Evidence of one more kind may settle these. */
    private static final Set<Why> OPEN = Set.of(Why.NO_EVIDENCE, Why.TOO_FEW_VOTES, Why.SPLIT, Why.NOT_SURE_ENOUGH);

    private final SuggestRequest request;
    private final Reading reading;
    private final OfScan known;
    private final Instant now;
    private final Map<Integer, List<TagKey>> open = new LinkedHashMap<>();

    Inquiry(SuggestRequest request, Reading reading, OfScan known, Instant now) {
        this.request = request;
        this.reading = reading;
        this.known = known;
        this.now = now;
    }

    /** What is known now. */
    List<Advice> answer() {
        open.clear();
        List<Advice> advice = new ArrayList<>();
        for (String text : request.resources()) {
            advice.add(
                    switch (IdReading.of(text)) {
                        case IdReading.Invalid invalid -> new Advice.NoIdentifier(text, invalid.reason());
                        case IdReading.Valid valid -> advise(valid.id());
                    });
        }
        return advice;
    }

    /** The rows of which that answer doesn't say all, each with the keys of which more evidence might tell. */
    Map<Integer, List<TagKey>> open() {
        return open;
    }

    private Advice advise(ResourceId id) {
        int row = reading.resources().find(id);
        if (row < 0) {
            return reading.facts().coverage().gaps().isEmpty() ? new Advice.Absent(id) : new Advice.Unknown(id);
        }
        Adviser adviser = new Adviser(known, Row.of(reading.resources(), row), now);
        List<TagSuggestion> suggestions = new ArrayList<>();
        List<Abstention> abstained = new ArrayList<>();
        for (TagKey key : request.keys().isEmpty() ? adviser.lackingKeys() : request.keys()) {
            if (request.protects(key)) {
                abstained.add(new Abstention(key, Why.PROTECTED_KEY));
            } else {
                switch (adviser.advise(key)) {
                    case Adviser.Said.Suggested suggested -> suggestions.add(suggested.suggestion());
                    case Adviser.Said.Nothing nothing -> {
                        abstained.add(nothing.abstention());
                        noteIfOpen(row, key, nothing.abstention());
                    }
                }
            }
        }
        return new Advice.Given(adviser.resource(), suggestions, abstained);
    }

    /** For keys that the policy doesn't name nobody is looked up: they come from strangers, and each call costs time. */
    private void noteIfOpen(int row, TagKey key, Abstention abstention) {
        if (OPEN.contains(abstention.why()) && known.isOfPolicy(key)) {
            open.computeIfAbsent(row, first -> new ArrayList<>()).add(key);
        }
    }
}
