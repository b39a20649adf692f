package io.tagcompliance.core.evaluation;

import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.policy.NamingRules.KeyCase;
import io.tagcompliance.policy.TagKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Where each key of a sequence stands: tags whose values are the positions of their keys. So whatever finds a value among
 * tags finds the position here, by the same code, and what it says of keys alone holds for every resource with these keys.
 */
record KeyPositions(Tags asTags) {
    static KeyPositions of(List<String> keys) {
        Map<String, String> positions = new LinkedHashMap<>();
        keys.forEach(key -> positions.put(key, Integer.toString(positions.size())));
        return new KeyPositions(Tags.of(positions));
    }

    /** The position of the key that counts. */
    OptionalInt of(TagKey key, KeyCase keyCase) {
        return FoundKey.of(key, asTags).value(keyCase).stream()
                .mapToInt(Integer::parseInt)
                .findFirst();
    }
}
