package io.tagcompliance.policy.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The JSON schema of policy files, draft 2020-12: what {@link PolicyReader} accepts as far as a schema can say it. */
public final class PolicySchema {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PolicySchema() {}

    /** The schema's text. A file that doesn't fit it is refused; one that fits may still be, for what its parts mean. */
    public static String text() {
        try {
            // A part of this program, beside this class: no file that anybody could change.
            return JSON.readTree(PolicySchema.class.getResourceAsStream("policy.schema.json"))
                    .toPrettyString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
