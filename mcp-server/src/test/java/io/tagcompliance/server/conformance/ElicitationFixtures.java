package io.tagcompliance.server.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.server.ProgramRun;
import io.tagcompliance.server.offer.Exchange;
import io.tagcompliance.server.offer.Outcome;
import io.tagcompliance.server.tool.Json;

/** Tools that ask the person in front of the client. */
final class ElicitationFixtures {
    private static final String KEY = "form";

    private ElicitationFixtures() {}

    static Outcome message(ObjectNode arguments, Exchange exchange) {
        return ask(exchange, arguments.path("message").asText(), """
                {"type": "object", "required": ["username", "email"], "properties": {
                  "username": {"type": "string", "description": "User's response"},
                  "email": {"type": "string", "description": "User's email address"}}}""");
    }

    static Outcome defaults(ObjectNode arguments, Exchange exchange) {
        return ask(exchange, "Please review", """
                {"type": "object", "properties": {
                  "name": {"type": "string", "default": "John Doe"},
                  "age": {"type": "integer", "default": 30},
                  "score": {"type": "number", "default": 95.5},
                  "status": {"type": "string", "enum": ["active", "inactive", "pending"], "default": "active"},
                  "verified": {"type": "boolean", "default": true}}}""");
    }

    static Outcome enums(ObjectNode arguments, Exchange exchange) {
        return ask(exchange, "Please choose", """
                {"type": "object", "properties": {
                  "untitledSingle": {"type": "string", "enum": ["option1", "option2", "option3"]},
                  "titledSingle": {"type": "string", "oneOf": [{"const": "value1", "title": "First Option"},
                    {"const": "value2", "title": "Second Option"}, {"const": "value3", "title": "Third Option"}]},
                  "legacyEnum": {"type": "string", "enum": ["opt1", "opt2", "opt3"],
                    "enumNames": ["Option One", "Option Two", "Option Three"]},
                  "untitledMulti": {"type": "array",
                    "items": {"type": "string", "enum": ["option1", "option2", "option3"]}},
                  "titledMulti": {"type": "array", "items": {"anyOf": [{"const": "value1", "title": "First Choice"},
                    {"const": "value2", "title": "Second Choice"}, {"const": "value3", "title": "Third Choice"}]}}}}""");
    }

    private static Outcome ask(Exchange exchange, String message, String schema) {
        return exchange.answers()
                .filter(answers -> answers.has(KEY))
                .map(answers -> Content.of(Content.text("Elicitation completed: action="
                        + answers.path(KEY).path("action").asText() + ", content="
                        + answers.path(KEY).path("content"))))
                .orElseGet(() -> new Outcome.InputNeeded(elicitation(KEY, message, schema), ""));
    }

    /** A request for one form. */
    static ObjectNode elicitation(String key, String message, String schema) {
        ObjectNode requests = Json.object();
        ObjectNode params = requests.putObject(key)
                .put("method", "elicitation/create")
                .putObject("params")
                .put("mode", "form")
                .put("message", message);
        params.set("requestedSchema", ProgramRun.parse(schema));
        return requests;
    }
}
