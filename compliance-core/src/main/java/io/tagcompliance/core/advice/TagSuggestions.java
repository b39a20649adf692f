package io.tagcompliance.core.advice;

import io.tagcompliance.core.check.ScanFacts;
import java.util.List;

/** What tags should be: one entry for each resource, in the order asked, and the scan that it rests on. */
public record TagSuggestions(ScanFacts facts, List<Advice> resources) {
    public TagSuggestions {
        resources = List.copyOf(resources);
    }
}
