package io.tagcompliance.server.catalogue;

import io.tagcompliance.server.offer.Completer;
import io.tagcompliance.server.offer.Entry;
import java.util.List;

/** Every prompt, in the order in which they are listed. A new one is one line here. */
public final class PromptCatalogue {
    private PromptCatalogue() {}

    public static List<Entry> prompts(Completer words) {
        return List.of(ExplainViolation.prompt(words));
    }
}
