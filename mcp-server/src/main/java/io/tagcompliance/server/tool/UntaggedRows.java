package io.tagcompliance.server.tool;

import io.tagcompliance.core.check.UntaggedResources.Untagged;
import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.server.tool.answer.UntaggedAnswer.UntaggedRow;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shapes resources that lack tags for answers. */
final class UntaggedRows {
    private static final int MOST_TAGS = 20;

    private UntaggedRows() {}

    static UntaggedRow row(Untagged untagged, Instant asOf) {
        Resource resource = untagged.resource();
        SafeText id = SafeText.of(resource.id().text());
        SafeText name = SafeText.of(resource.name());
        ShownTags tags = ShownTags.of(resource.tags());
        List<SafeText> missing =
                untagged.missing().stream().map(TagKey::text).map(SafeText::of).toList();
        return new UntaggedRow(
                id.text(),
                SafeText.of(resource.type().name()).text(),
                SafeText.of(resource.location().region().text()).text(),
                SafeText.of(resource.location().account().text()).text(),
                name.text(),
                tags.shown(),
                tags.total() > MOST_TAGS ? tags.total() : null,
                Rows.onlyIfTrue(id.escaped() || name.escaped() || tags.escaped()),
                missing.stream().map(SafeText::text).toList(),
                Costs.amount(untagged.cost()),
                untagged.cost().basis(),
                ageDays(resource.creation(), asOf),
                createdAt(resource.creation()));
    }

    private record ShownTags(Map<String, String> shown, int total, boolean escaped) {
        static ShownTags of(TagReading reading) {
            return switch (reading) {
                case TagReading.Unknown unknown -> new ShownTags(Map.of(), 0, false);
                case TagReading.Known known -> of(known.tags().asMap());
            };
        }

        private static ShownTags of(Map<String, String> tags) {
            Map<String, String> shown = new LinkedHashMap<>();
            boolean escaped = false;
            for (Map.Entry<String, String> tag : tags.entrySet()) {
                if (shown.size() < MOST_TAGS) {
                    SafeText key = SafeText.of(tag.getKey());
                    SafeText value = SafeText.of(tag.getValue());
                    shown.put(key.text(), value.text());
                    escaped |= key.escaped() || value.escaped();
                }
            }
            return new ShownTags(shown, tags.size(), escaped);
        }
    }

    private static @Nullable Long ageDays(Creation creation, Instant asOf) {
        return switch (creation) {
            case Creation.Unknown unknown -> null;
            case Creation.At at -> Duration.between(at.instant(), asOf).toDays();
        };
    }

    private static @Nullable String createdAt(Creation creation) {
        return switch (creation) {
            case Creation.Unknown unknown -> null;
            case Creation.At at -> at.instant().toString();
        };
    }
}
