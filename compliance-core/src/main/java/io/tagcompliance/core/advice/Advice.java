package io.tagcompliance.core.advice;

import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;
import java.util.List;

/** What came of asking for the tags of one resource. */
public sealed interface Advice {

    /** The resource was read; each key that was asked about stands in one of the two lists. */
    record Given(Resource resource, List<TagSuggestion> suggestions, List<Abstention> abstained) implements Advice {
        public Given {
            suggestions = List.copyOf(suggestions);
            abstained = List.copyOf(abstained);
        }
    }

    /** The scan read all that there is, and this isn't among it. */
    record Absent(ResourceId id) implements Advice {}

    /** The scan doesn't hold it, and has gaps: nobody knows whether it is there. */
    record Unknown(ResourceId id) implements Advice {}

    /** The text is no full identifier. */
    record NoIdentifier(String text, String reason) implements Advice {}
}
