package io.tagcompliance.core.resource;

import io.tagcompliance.policy.TagKey;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The tags of one resource: every byte of keys and values as the cloud gave it, in the cloud's order. Immutable. */
public final class Tags {
    /** Up to so many, a look at each is quicker than a hash, and takes a third of the memory. */
    private static final int FEW = 16;

    public static final Tags NONE = new Tags(new String[0]);

    /** Each key, followed by its value. */
    private final String[] texts;

    /** All of them, by key, where they are many. */
    private final Map<String, String> byKey;

    private Tags(String[] texts) {
        this.texts = texts;
        this.byKey = size() > FEW ? map() : Map.of();
    }

    /** These tags, in the order of the map. */
    public static Tags of(Map<String, String> entries) {
        String[] texts = new String[2 * entries.size()];
        int at = 0;
        for (Map.Entry<String, String> entry : entries.entrySet()) {
            texts[at++] = Objects.requireNonNull(entry.getKey());
            texts[at++] = Objects.requireNonNull(entry.getValue());
        }
        return ofPairs(texts);
    }

    /** These tags: each key, which isn't there twice, followed by its value. The array is given away. */
    static Tags ofPairs(String... texts) {
        return texts.length == 0 ? NONE : new Tags(texts);
    }

    /** How many there are. */
    public int size() {
        return texts.length >> 1;
    }

    /** The key at an index, which is under the size. */
    public String key(int index) {
        return texts[2 * index];
    }

    /** The value at an index, which is under the size. */
    public String value(int index) {
        return texts[2 * index + 1];
    }

    /** The value under exactly this key. */
    public Optional<String> value(String key) {
        if (!byKey.isEmpty()) {
            return Optional.ofNullable(byKey.get(key));
        }
        for (int index = 0; index < size(); index++) {
            if (key(index).equals(key)) {
                return Optional.of(value(index));
            }
        }
        return Optional.empty();
    }

    /** Whether the keys are those of others, in the same order. */
    public boolean hasKeysOf(Tags others) {
        if (size() != others.size()) {
            return false;
        }
        for (int index = 0; index < size(); index++) {
            if (!key(index).equals(others.key(index))) {
                return false;
            }
        }
        return true;
    }

    /** One number for all that {@linkplain #hasKeysOf have the same keys}; others may have it too. */
    public int keysHash() {
        int hash = 1;
        for (int index = 0; index < size(); index++) {
            hash = 31 * hash + key(index).hashCode();
        }
        return hash;
    }

    /** Shows each key with its value, in order. */
    public void forEach(BiConsumer<String, String> shown) {
        for (int index = 0; index < size(); index++) {
            shown.accept(key(index), value(index));
        }
    }

    /** All of them; unmodifiable, in order; made anew where they are few. */
    public Map<String, String> asMap() {
        return byKey.isEmpty() ? map() : byKey;
    }

    private Map<String, String> map() {
        Map<String, String> map = LinkedHashMap.newLinkedHashMap(size());
        for (int index = 0; index < size(); index++) {
            map.put(key(index), value(index));
        }
        return Collections.unmodifiableMap(map);
    }

    /** Whether a person or a program of the owner ever put a tag here: keys of AWS itself don't count. */
    public boolean hasNoneOfItsOwner() {
        return asMap().keySet().stream().allMatch(key -> key.isEmpty() || new TagKey(key).isSystem());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tags tags && (Arrays.equals(texts, tags.texts) || isReordered(tags));
    }

    /** Order counts for nothing but what is shown. */
    private boolean isReordered(Tags tags) {
        if (size() != tags.size()) {
            return false;
        }
        for (int index = 0; index < size(); index++) {
            if (!tags.value(key(index)).equals(Optional.of(value(index)))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (int index = 0; index < size(); index++) {
            hash += 31 * key(index).hashCode() ^ value(index).hashCode();
        }
        return hash;
    }

    @Override
    public String toString() {
        return asMap().toString();
    }
}
