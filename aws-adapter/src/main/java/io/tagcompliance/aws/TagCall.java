package io.tagcompliance.aws;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.cloudtrail.model.Event;

/** What CloudTrail notes of calls that change tags. Every service calls these and their parameters otherwise. */
final class TagCall {
    /** {@code CreateTags}, {@code AddTagsToResource}, {@code TagResource20170331v2}, {@code UntagQueue}. */
    private static final Pattern NAMES = Pattern.compile(
            "(?:Create|CreateOrUpdate|Delete|Add|Remove|Change)Tags\\w*|(?:Tag|Untag)[A-Z]\\w*|(?:Put|Delete)BucketTagging");

    /** These replace all tags at once. */
    private static final Set<String> REPLACING = Set.of("PutBucketTagging", "DeleteBucketTagging");

    private static final List<String> ANY_KEY = List.of("");
    private static final Set<String> KEY = Set.of("key", "tagkey");
    private static final Set<String> LISTS_OF_KEYS = Set.of("tagkeys", "tagkeylist", "removetagkeys");
    private static final Set<String> MAPS_OF_TAGS = Set.of("tags", "tagmap", "tagsmap");

    private TagCall() {}

    static boolean changesTags(Event event) {
        return event.username() != null
                && event.eventTime() != null
                && event.eventName() != null
                && NAMES.matcher(event.eventName()).matches();
    }

    /** The keys that it changed; an empty one where the log doesn't say which. */
    static List<String> keys(Event event) {
        if (REPLACING.contains(event.eventName()) || event.cloudTrailEvent() == null) {
            return ANY_KEY;
        }
        Set<String> keys = new LinkedHashSet<>();
        JsonNode.parser()
                .parse(event.cloudTrailEvent())
                .field("requestParameters")
                .ifPresent(parameters -> collect("", parameters, keys));
        return keys.isEmpty() ? ANY_KEY : List.copyOf(keys);
    }

    private static void collect(String name, JsonNode node, Set<String> keys) {
        if (node.isArray()) {
            node.asArray().forEach(item -> collect(name, item, keys));
        } else if (node.isString() && (KEY.contains(name) || LISTS_OF_KEYS.contains(name))) {
            keys.add(node.text());
        } else if (node.isObject()) {
            Map<String, JsonNode> fields = node.asObject();
            if (MAPS_OF_TAGS.contains(name) && isMapOfTags(fields)) {
                keys.addAll(fields.keySet());
            } else {
                fields.forEach((field, value) -> collect(field.toLowerCase(Locale.ROOT), value, keys));
            }
        }
    }

    /** Keys and values, and not one tag whose key and value stand under names of their own. */
    private static boolean isMapOfTags(Map<String, JsonNode> fields) {
        return fields.values().stream().allMatch(JsonNode::isString)
                && fields.keySet().stream().noneMatch(field -> KEY.contains(field.toLowerCase(Locale.ROOT)));
    }
}
