package io.tagcompliance.core.resource;

import io.tagcompliance.policy.TagKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The tags of one resource: every byte of keys and values as the cloud gave it, in the cloud's order. Immutable. */
public final class Tags {
    public static final Tags NONE = new Tags(Map.of());

    private final Map<String, String> entries;

    private Tags(Map<String, String> entries) {
        this.entries = Collections.unmodifiableMap(entries);
    }

    /** These tags, in the order of the map. */
    public static Tags of(Map<String, String> entries) {
        return entries.isEmpty() ? NONE : new Tags(new LinkedHashMap<>(entries));
    }

    /** The value under exactly this key. */
    public Optional<String> value(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** All of them; unmodifiable, in order. */
    public Map<String, String> asMap() {
        return entries;
    }

    /** Whether a person or a program of the owner ever put a tag here: keys of AWS itself don't count. */
    public boolean hasNoneOfItsOwner() {
        return entries.keySet().stream().allMatch(key -> key.isEmpty() || new TagKey(key).isSystem());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tags tags && entries.equals(tags.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    @Override
    public String toString() {
        return entries.toString();
    }
}
