package io.tagcompliance.core.check;

import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceGroup;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.resource.Tags;
import java.util.Map;
import java.util.Set;

/**
 * Which resources a question is about.
 *
 * @param scope  what has to be read for it
 * @param groups resource groups, any of them; empty = no restriction
 * @param tags   key and value of tags, all of them, to the letter; empty = no restriction. A resource whose tags could
 *               not be read may have them, so it stays in and counts as not evaluated
 */
public record ResourceFilter(Scope scope, Set<ResourceGroup> groups, Map<String, String> tags) {
    public static final ResourceFilter EVERYTHING = new ResourceFilter(Scope.EVERYTHING, Set.of(), Map.of());

    public ResourceFilter {
        groups = Set.copyOf(groups);
        tags = Map.copyOf(tags);
    }

    /** Whether the question is about this resource; it is taken from a scan of the scope. */
    boolean admits(Resource resource) {
        return (groups.isEmpty() || groups.contains(resource.location().group())) && admits(resource.tags());
    }

    private boolean admits(TagReading reading) {
        return switch (reading) {
            case TagReading.Unknown unknown -> true;
            case TagReading.Known known -> tags.entrySet().stream().allMatch(wanted -> has(known.tags(), wanted));
        };
    }

    private static boolean has(Tags tags, Map.Entry<String, String> wanted) {
        return tags.value(wanted.getKey()).filter(wanted.getValue()::equals).isPresent();
    }
}
