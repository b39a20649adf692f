package io.tagcompliance.core.trend;

import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.core.trend.TagDrift.Kind;
import io.tagcompliance.core.trend.TagDrift.OldAndNew;
import io.tagcompliance.policy.TagKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One key of which two readings of a resource say different things. */
record TagDifference(String key, Kind kind, OldAndNew values) {

    /** What differs; keys of the clouds themselves don't count. */
    static List<TagDifference> between(Tags before, Tags after) {
        List<TagDifference> differences = new ArrayList<>();
        Map<String, String> gone = only(before, after);
        Map<String, String> come = only(after, before);
        before.forEach((key, old) -> after.value(key)
                .filter(now -> !now.equals(old) && isOwn(key))
                .ifPresent(
                        now -> differences.add(new TagDifference(key, Kind.CHANGED, new OldAndNew.Became(old, now)))));
        come.forEach((key, now) -> differences.add(variantOf(key, gone)
                .map(old -> new TagDifference(key, Kind.KEY_CASE_CHANGED, new OldAndNew.Became(old, now)))
                .orElseGet(() -> new TagDifference(key, Kind.ADDED, new OldAndNew.Came(now)))));
        gone.forEach((key, old) -> differences.add(new TagDifference(key, Kind.REMOVED, new OldAndNew.Went(old))));
        return differences;
    }

    private static Map<String, String> only(Tags these, Tags notThose) {
        Map<String, String> only = new LinkedHashMap<>(these.asMap());
        only.keySet().removeIf(key -> notThose.value(key).isPresent() || !isOwn(key));
        return only;
    }

    private static boolean isOwn(String key) {
        return key.isEmpty() || !new TagKey(key).isSystem();
    }

    /** Takes the old value of another case of the key, where one is gone. */
    private static Optional<String> variantOf(String key, Map<String, String> gone) {
        String folded = key.toLowerCase(Locale.ROOT);
        return gone.keySet().stream()
                .filter(old -> old.toLowerCase(Locale.ROOT).equals(folded))
                .findFirst()
                .map(gone::remove);
    }
}
