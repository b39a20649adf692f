package io.tagcompliance.server.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagcompliance.server.document.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says in words what was read, and what could not be. */
public final class Gaps {
    private static final int MOST_REGIONS = 5;

    private Gaps() {}

    /** A gap: where, why, and what to do. */
    public static String words(JsonNode gap) {
        List<String> place = new ArrayList<>();
        for (String name : List.of("cloud_provider", "account_id", "region", "resource_type")) {
            if (gap.hasNonNull(name)) {
                place.add(gap.path(name).asText());
            }
        }
        return String.join(" ", place) + ": " + failure(gap);
    }

    /** Resources whose tags are unknown: how many, why, and what to do. */
    public static String wordsOfUnknownTags(JsonNode unknown) {
        return "the tags of " + Counted.of(unknown.path("resources").asInt(), "resource") + ": " + failure(unknown);
    }

    /** Of which regions something was read to its end, as a line: the first few by name. */
    public static String wordsOfRegions(JsonNode read) {
        List<String> names = read.propertyStream().map(Map.Entry::getKey).toList();
        int more = Math.max(0, names.size() - MOST_REGIONS);
        return "regions read, at least in part: " + String.join(", ", names.subList(0, names.size() - more))
                + (more > 0 ? " and others" : "");
    }

    private static String failure(JsonNode failed) {
        return failed.path("reason").asText() + " (" + failed.path("operation").asText() + "): "
                + failed.path("remedy").asText();
    }
}
