package io.tagcompliance.server.conformance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.server.offer.Completer;
import io.tagcompliance.server.offer.Entry;
import io.tagcompliance.server.offer.Handler;
import io.tagcompliance.server.offer.Outcome;
import io.tagcompliance.server.tool.Json;
import java.util.List;

/** The prompts of the suite. */
final class FixturePrompts {
    private FixturePrompts() {}

    static List<Entry> entries() {
        return List.of(
                prompt(
                        "test_simple_prompt",
                        List.of(),
                        (arguments, exchange) -> messages(Content.text("This is a simple prompt for testing."))),
                prompt(
                        "test_prompt_with_arguments",
                        List.of("arg1", "arg2"),
                        (arguments, exchange) -> messages(Content.text("Prompt with arguments: arg1='"
                                + arguments.path("arg1").asText() + "', arg2='"
                                + arguments.path("arg2").asText() + "'"))),
                prompt(
                        "test_prompt_with_embedded_resource",
                        List.of("resourceUri"),
                        (arguments, exchange) -> messages(
                                Content.resource(
                                        arguments.path("resourceUri").asText(),
                                        "text/plain",
                                        "Embedded resource content for testing."),
                                Content.text("Please process the embedded resource above."))),
                prompt(
                        "test_prompt_with_image",
                        List.of(),
                        (arguments, exchange) ->
                                messages(Content.image(), Content.text("Please analyze the image above."))),
                prompt(
                        "test_input_required_result_prompt",
                        List.of(),
                        (arguments, exchange) -> exchange.answers()
                                .filter(answers -> answers.has("user_context"))
                                .map(answers -> messages(Content.text("With " + answers)))
                                .orElseGet(() -> new Outcome.InputNeeded(context(), ""))));
    }

    private static ObjectNode context() {
        return ElicitationFixtures.elicitation("user_context", "What context should the prompt use?", """
                {"type": "object", "properties": {"context": {"type": "string"}}, "required": ["context"]}""");
    }

    private static Entry prompt(String name, List<String> arguments, Handler handler) {
        return new Entry(name, () -> definition(name, arguments), handler, FixturePrompts::complete);
    }

    private static List<String> complete(Completer.Question question) {
        return List.of("paris", "park", "party").stream()
                .filter(word -> word.startsWith(question.typed()))
                .toList();
    }

    private static ObjectNode definition(String name, List<String> arguments) {
        ObjectNode definition = Json.object().put("name", name).put("description", "Fixture of the conformance suite");
        ArrayNode list = definition.putArray("arguments");
        arguments.forEach(argument ->
                list.addObject().put("name", argument).put("description", "").put("required", true));
        return definition;
    }

    private static Outcome messages(ObjectNode... contents) {
        ObjectNode result = Json.object();
        for (ObjectNode content : contents) {
            result.withArray("messages").addObject().put("role", "user").set("content", content);
        }
        return new Outcome.Complete(result);
    }
}
