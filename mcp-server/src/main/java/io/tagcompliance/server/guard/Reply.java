package io.tagcompliance.server.guard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.server.tool.Json;
import io.tagcompliance.server.tool.RefusalException;

/** What goes out for a call. */
public sealed interface Reply {
    /** As JSON, for programs. */
    ObjectNode structured();

    /** As text, for people and models. */
    String text();

    /** An answer. */
    record Answered(ObjectNode structured, String text) implements Reply {}

    /** A refusal: what is wrong, what to do, and the id under which the audit trail has it. */
    record Refused(RefusalException.Code code, String message, String correlationId) implements Reply {
        @Override
        public ObjectNode structured() {
            return Json.object()
                    .put("error_code", code.label())
                    .put("message", message)
                    .put("retryable", code.retryable())
                    .put("correlation_id", correlationId);
        }

        @Override
        public String text() {
            return "Error " + code.label() + ": " + message + " (correlation id " + correlationId + ")";
        }
    }
}
