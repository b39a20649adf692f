package io.tagcompliance.core.trend;

import io.tagcompliance.core.evaluation.CompiledPolicy;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceColumns;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.policy.Place;
import io.tagcompliance.policy.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Compares the tags of resources that two scans found, named by their rows in each.
 *
 * @param keys   those that are looked at, in lower case; none = all
 * @param policy says which keys are required
 */
record TagComparison(ResourceColumns older, ResourceColumns newer, Set<String> keys, CompiledPolicy policy) {
    /** Whether both scans read the tags. */
    boolean isKnown(int before, int after) {
        return older.keySetOf(before) >= 0 && newer.keySetOf(after) >= 0;
    }

    /** What differs, by key. */
    List<TagDifference> differences(int before, int after) {
        Tags old = older.tags(before);
        Tags now = newer.tags(after);
        if (old.equals(now)) {
            return List.of();
        }
        return TagDifference.between(old, now).stream()
                .filter(difference ->
                        keys.isEmpty() || keys.contains(difference.key().toLowerCase(Locale.ROOT)))
                .sorted(Comparator.comparing(TagDifference::key))
                .toList();
    }

    /** An error where the policy requires the key of such a resource. */
    Severity severity(TagDifference difference, Resource resource) {
        Place place = new Place(
                resource.location().account().text(),
                resource.location().region().text(),
                resource.location().group().name(),
                resource.name());
        boolean required = policy.requiredOf(resource.id().cloud(), resource.type(), place).stream()
                .anyMatch(rule -> rule.key().text().equalsIgnoreCase(difference.key()));
        return required ? Severity.ERROR : Severity.WARNING;
    }
}
