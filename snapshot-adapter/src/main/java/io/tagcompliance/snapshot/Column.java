package io.tagcompliance.snapshot;

import io.tagcompliance.policy.Nearest;
import java.util.Arrays;
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

    private static final Map<String, Column> BY_LABEL =
            Arrays.stream(values()).collect(Collectors.toMap(Column::label, column -> column));

    static Optional<Column> named(String text) {
        Column asWritten = BY_LABEL.get(text);
        return Optional.ofNullable(
                asWritten != null ? asWritten : BY_LABEL.get(text.strip().toLowerCase(Locale.ROOT)));
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(Column::label).toList();
    }

    /** What to write instead of a name that is none. */
    static String adviceFor(String unknown) {
        Optional<String> elsewhere = Optional.ofNullable(
                        ELSEWHERE.get(unknown.strip().toLowerCase(Locale.ROOT)))
                .map(Column::label);
        return elsewhere
                .or(() -> Nearest.to(unknown, labels()))
                .map(meant -> "did you mean " + meant + "?")
                .orElseGet(() -> "known are " + String.join(", ", labels()) + " and, in CSV, tag:KEY");
    }
}
