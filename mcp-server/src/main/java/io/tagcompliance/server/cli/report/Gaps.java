package io.tagcompliance.server.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Says in words what could not be read. */
public final class Gaps {
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
        return "the tags of " + unknown.path("resources").asInt() + " resources: " + failure(unknown);
    }

    private static String failure(JsonNode failed) {
        return failed.path("reason").asText() + " (" + failed.path("operation").asText() + "): "
                + failed.path("remedy").asText();
    }
}
