package io.tagcompliance.snapshot;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A column of a CSV file, or a field of a JSON line, by its name in any case. */
enum Column {
    CLOUD,
    RESOURCE_ID,
    RESOURCE_TYPE,
    ACCOUNT_ID,
    REGION,
    NAME,
    RESOURCE_GROUP,
    CREATED_AT,
    TAGS,
    TAGS_UNKNOWN,
    GAP;

    /** What the columns of a CSV file begin with that hold the values of one tag key each. */
    static final String TAG_PREFIX = "tag:";

    /** How other programs call the same thing: never accepted, but the better advice. */
    private static final Map<String, Column> ELSEWHERE = Map.ofEntries(
            Map.entry("arn", RESOURCE_ID),
            Map.entry("resource_arn", RESOURCE_ID),
            Map.entry("id", RESOURCE_ID),
            Map.entry("resourceid", RESOURCE_ID),
            Map.entry("type", RESOURCE_TYPE),
            Map.entry("resourcetype", RESOURCE_TYPE),
            Map.entry("account", ACCOUNT_ID),
            Map.entry("subaccountid", ACCOUNT_ID),
            Map.entry("subscription_id", ACCOUNT_ID),
            Map.entry("project_id", ACCOUNT_ID),
            Map.entry("regionid", REGION),
            Map.entry("location", REGION),
            Map.entry("provider", CLOUD),
            Map.entry("cloud_provider", CLOUD),
            Map.entry("created", CREATED_AT),
            Map.entry("resourcename", NAME),
            Map.entry("labels", TAGS));

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Column> named(String text) {
        String label = text.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(column -> column.label().equals(label))
                .findFirst();
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(Column::label).toList();
    }

    /** What to write instead of a name that is none. */
    static String adviceFor(String unknown) {
        String label = unknown.strip().toLowerCase(Locale.ROOT);
        Column nearest = Optional.ofNullable(ELSEWHERE.get(label)).orElseGet(() -> nearest(label));
        boolean near = ELSEWHERE.containsKey(label) || Spelling.distance(label, nearest.label()) <= label.length() / 3;
        return near
                ? "did you mean " + nearest.label() + "?"
                : "known are " + labels().stream().collect(Collectors.joining(", ")) + " and, in CSV, tag:KEY";
    }

    private static Column nearest(String label) {
        return Arrays.stream(values())
                .min(Comparator.comparingInt(column -> Spelling.distance(label, column.label())))
                .orElseThrow();
    }
}
