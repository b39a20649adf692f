package io.tagcompliance.core.evaluation;

import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.policy.NamingRules.KeyCase;
import io.tagcompliance.policy.TagKey;
import java.util.Locale;
import java.util.Optional;

/** Where among the tags a key stands. Of several that differ in case only, the exact one counts, then the first. */
public sealed interface FoundKey {

    /** In the very case that was asked for. */
    record Exact(String value) implements FoundKey {}

    /** In another case. */
    record Variant(String key, String value) implements FoundKey {}

    /** In no case at all. */
    record Missing() implements FoundKey {}

    /** The value where the key is there in a case that counts. */
    default Optional<String> value(KeyCase keyCase) {
        return switch (this) {
            case Exact exact -> Optional.of(exact.value());
            case Variant variant when keyCase == KeyCase.INSENSITIVE -> Optional.of(variant.value());
            case Variant variant -> Optional.empty();
            case Missing missing -> Optional.empty();
        };
    }

    static FoundKey of(TagKey key, Tags tags) {
        Optional<String> exact = tags.value(key.text());
        if (exact.isPresent()) {
            return new Exact(exact.get());
        }
        String folded = key.folded();
        for (int index = 0; index < tags.size(); index++) {
            if (tags.key(index).toLowerCase(Locale.ROOT).equals(folded)) {
                return new Variant(tags.key(index), tags.value(index));
            }
        }
        return new Missing();
    }
}
