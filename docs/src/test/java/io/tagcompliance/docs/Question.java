package io.tagcompliance.docs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A question that a person asks, and what a good client makes of it.
 *
 * @param on    the estate that it is asked about
 * @param calls one after the other; {@code {next_cursor}} in arguments stands for that of the answer before
 */
record Question(String id, String ask, String on, List<Step> calls) {
    /** A call, and what its answer must hold. */
    record Step(String tool, JsonNode arguments, List<Fact> facts) {
        static Step of(JsonNode written) {
            return new Step(
                    written.path("tool").textValue(),
                    written.path("arguments"),
                    written.path("facts").valueStream().map(Fact::new).toList());
        }
    }

    static Question of(JsonNode written) {
        return new Question(
                written.path("id").textValue(),
                written.path("ask").textValue(),
                written.path("on").textValue(),
                written.path("calls").valueStream().map(Step::of).toList());
    }

    @Override
    public String toString() {
        return id;
    }
}
