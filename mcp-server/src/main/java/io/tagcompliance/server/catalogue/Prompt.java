package io.tagcompliance.server.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.server.offer.Completer;
import io.tagcompliance.server.offer.Entry;
import io.tagcompliance.server.offer.Outcome;
import io.tagcompliance.server.offer.RpcException;
import io.tagcompliance.server.tool.Json;
import io.tagcompliance.server.tool.SafeText;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A prompt: data.
 *
 * @param name        in snake_case
 * @param title       for people
 * @param description what it leads to
 * @param arguments   what it takes
 * @param text        what the model is to do; what was given as an argument stands in the JSON beside it, never in it
 */
record Prompt(String name, String title, String description, List<Argument> arguments, String text) {
    private static final int LONGEST = 512;

    Prompt {
        arguments = List.copyOf(arguments);
    }

    /** Something that a prompt takes. */
    record Argument(String name, String description, Need need) {
        /** Whether it has to be given. */
        enum Need {
            REQUIRED,
            OPTIONAL
        }

        boolean isRequired() {
            return need == Need.REQUIRED;
        }
    }

    Entry entry(Completer words) {
        return new Entry(name, this::definition, (given, exchange) -> answer(given), words);
    }

    private ObjectNode definition() {
        ObjectNode definition =
                Json.object().put("name", name).put("title", title).put("description", description);
        ArrayNode list = definition.putArray("arguments");
        arguments.forEach(argument -> list.addObject()
                .put("name", argument.name())
                .put("description", argument.description())
                .put("required", argument.isRequired()));
        return definition;
    }

    private Outcome answer(ObjectNode given) {
        ObjectNode data = Json.object();
        arguments.forEach(argument -> copy(argument, given, data));
        if (!given.properties().stream().allMatch(argument -> data.has(argument.getKey()))) {
            throw RpcException.invalidParams("arguments may be " + names());
        }
        ObjectNode result = Json.object().put("description", description);
        ArrayNode messages = result.putArray("messages");
        message(messages, text);
        if (!data.isEmpty()) {
            message(messages, Json.pretty(data));
        }
        return new Outcome.Complete(result);
    }

    private String names() {
        return arguments.isEmpty()
                ? "none"
                : arguments.stream().map(Argument::name).collect(Collectors.joining(", "));
    }

    private static void copy(Argument argument, ObjectNode given, ObjectNode data) {
        JsonNode value = given.path(argument.name());
        if (value.isMissingNode() && !argument.isRequired()) {
            return;
        }
        if (!value.isTextual()
                || value.textValue().isBlank()
                || value.textValue().length() > LONGEST) {
            throw RpcException.invalidParams(argument.name() + " must be a text of 1 to " + LONGEST + " characters");
        }
        data.put(argument.name(), SafeText.of(value.textValue()).text());
    }

    private static void message(ArrayNode messages, String text) {
        messages.addObject()
                .put("role", "user")
                .putObject("content")
                .put("type", "text")
                .put("text", text);
    }
}
