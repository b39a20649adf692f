package io.tagcompliance.core.evaluation;

import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.policy.TagKey;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where among the tags a key stands. Of several that differ in case only, the exact one counts, then the first. */
sealed interface FoundKey {

    /** In the very case that was asked for. */
    record Exact(String value) implements FoundKey {}

    /** In another case. */
    record Variant(String key, String value) implements FoundKey {}

    /** In no case at all. */
    record Missing() implements FoundKey {}

    static FoundKey of(TagKey key, Tags tags) {
        Optional<String> exact = tags.value(key.text());
        if (exact.isPresent()) {
            return new Exact(exact.get());
        }
        String folded = key.folded();
        for (Map.Entry<String, String> tag : tags.asMap().entrySet()) {
            if (tag.getKey().toLowerCase(Locale.ROOT).equals(folded)) {
                return new Variant(tag.getKey(), tag.getValue());
            }
        }
        return new Missing();
    }
}
