package io.tagcompliance.core.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tags say what a map would, few or many, and keep the cloud's order. */
class TagsTest {
    private static Map<String, String> entries(int size) {
        Map<String, String> entries = new LinkedHashMap<>();
        IntStream.range(0, size).forEach(number -> entries.put("key" + (size - number), "value" + number % 3));
        return entries;
    }

    private static Map<String, String> shuffled(Map<String, String> entries) {
        List<String> keys = new ArrayList<>(entries.keySet());
        Collections.shuffle(keys, new Random(11));
        Map<String, String> other = new LinkedHashMap<>();
        keys.forEach(key -> other.put(key, entries.get(key)));
        return other;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 15, 16, 17, 50})
    void each_value_is_found_by_its_key_and_by_its_place(int size) {
        Map<String, String> entries = entries(size);
        Tags tags = Tags.of(entries);
        Map<String, String> shown = new LinkedHashMap<>();
        tags.forEach(shown::put);

        assertThat(tags.size()).isEqualTo(size);
        assertThat(tags.asMap()).containsExactlyEntriesOf(entries);
        assertThat(shown).containsExactlyEntriesOf(entries);
        entries.forEach((key, value) -> assertThat(tags.value(key)).contains(value));
        assertThat(tags.value("KEY1")).isEmpty();
        assertThat(IntStream.range(0, size).mapToObj(tags::key)).containsExactlyElementsOf(entries.keySet());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 15, 16, 17, 50})
    void they_are_equal_whatever_the_order_and_only_where_every_tag_is(int size) {
        Map<String, String> entries = entries(size);
        Tags tags = Tags.of(entries);

        assertThat(Tags.of(shuffled(entries))).isEqualTo(tags).hasSameHashCodeAs(tags);
        for (String key : entries.keySet()) {
            Map<String, String> less = new HashMap<>(entries);
            less.remove(key);
            Map<String, String> other = new LinkedHashMap<>(entries);
            other.put(key, "other");
            Map<String, String> renamed = new LinkedHashMap<>(less);
            renamed.put("renamed", entries.get(key));
            assertThat(Tags.of(other).hasKeysOf(tags)).isTrue();
            assertThat(Tags.of(other).keysHash()).isEqualTo(tags.keysHash());
            assertThat(Tags.of(less).hasKeysOf(tags)).isFalse();
            assertThat(Tags.of(renamed).hasKeysOf(tags)).isFalse();
            assertThat(List.of(Tags.of(less), Tags.of(other), Tags.of(renamed))).doesNotContain(tags);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 17})
    void what_is_changed_afterwards_changes_no_tags(int size) {
        Map<String, String> entries = entries(size);
        Tags tags = Tags.of(entries);
        entries.clear();

        assertThat(tags.size()).isEqualTo(size);
        assertThat(tags.asMap()).isUnmodifiable().hasSize(size);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void neither_a_key_nor_a_value_is_null(boolean key) {
        Map<String, String> entries = new HashMap<>();
        entries.put(key ? null : "key", key ? "value" : null);

        assertThatNullPointerException().isThrownBy(() -> Tags.of(entries));
    }
}
