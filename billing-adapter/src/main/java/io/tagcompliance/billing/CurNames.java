package io.tagcompliance.billing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How the report's two kinds of file name one thing: {@code lineItem/UnblendedCost} and {@code line_item_unblended_cost}. */
final class CurNames {
    private static final Pattern BEFORE_A_CAPITAL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern NO_WORD = Pattern.compile("[^A-Za-z0-9]+");

    /** What keys that AWS writes by itself begin with. */
    static final String OF_AWS = "aws:";

    private static final String OF_RESOURCES = "resourceTags/";

    private CurNames() {}

    /** A name as the columns of Parquet files have it. */
    static String snakeCase(String name) {
        String words = BEFORE_A_CAPITAL.matcher(name.strip()).replaceAll("_");
        return NO_WORD.matcher(words).replaceAll("_").toLowerCase(Locale.ROOT);
    }

    /** The key of a column for one tag. Those of AWS itself keep their prefix. */
    static String tagKey(String column, String prefix) {
        String owner = prefix.contains("_aws_") ? OF_AWS : "";
        int colon = column.indexOf(':');
        return owner
                + (colon >= 0 ? column.substring(colon + 1) : column.strip().substring(prefix.length()));
    }

    /** A key of the map of all tags: empty where it is no key of a resource's. */
    static Optional<String> keyOfResource(String key) {
        return key.startsWith(OF_RESOURCES) ? Optional.of(key.substring(OF_RESOURCES.length())) : Optional.empty();
    }

    /** A key of a map of tags, without the prefix that tells people's from AWS's own. */
    static String plainKey(String key) {
        if (key.startsWith("user:") || key.startsWith("user_")) {
            return key.substring("user:".length());
        }
        return key.startsWith("aws_") ? OF_AWS + key.substring("aws_".length()) : key;
    }

    /** Whether columns for single tags have the keys as people wrote them. */
    static boolean keepsCase(List<TagColumn> tags) {
        return tags.stream()
                .allMatch(tag -> tag.isOneKey() && tag.column().header().indexOf(':') >= 0);
    }
}
