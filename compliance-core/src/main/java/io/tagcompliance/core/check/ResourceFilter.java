package io.tagcompliance.core.check;

import io.tagcompliance.core.resource.ResourceColumns;
import io.tagcompliance.core.resource.ResourceGroup;
import io.tagcompliance.core.resource.Rows;
import io.tagcompliance.core.resource.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

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

    /** The rows that the question is about, of a scan of the scope. */
    Rows in(ResourceColumns columns) {
        Rows all = Rows.all(columns);
        return groups.isEmpty() && tags.isEmpty() ? all : all.where(matching(columns));
    }

    /** What a site or a sequence of keys decides is decided once for each. */
    private IntPredicate matching(ResourceColumns columns) {
        boolean[] inGroups = new boolean[columns.sites()];
        for (int site = 0; site < inGroups.length; site++) {
            inGroups[site] = groups.isEmpty()
                    || groups.contains(columns.site(site).location().group());
        }
        List<WantedTag> wanted = tags.entrySet().stream()
                .map(tag -> new WantedTag(tag.getKey(), columns.values().find(tag.getValue()), new HashMap<>()))
                .toList();
        return row -> inGroups[columns.siteOf(row)]
                && (columns.keySetOf(row) < 0 || wanted.stream().allMatch(tag -> tag.isOn(row, columns)));
    }

    /**
     * A tag that must be there.
     *
     * @param value     its number; negative where no resource has it
     * @param positions where the key stands, by sequence of keys
     */
    private record WantedTag(String key, int value, Map<Integer, Integer> positions) {
        boolean isOn(int row, ResourceColumns columns) {
            int position = positions.computeIfAbsent(
                    columns.keySetOf(row), set -> columns.keySets().texts(set).indexOf(key));
            return value >= 0 && position >= 0 && columns.valueOf(row, position) == value;
        }
    }
}
