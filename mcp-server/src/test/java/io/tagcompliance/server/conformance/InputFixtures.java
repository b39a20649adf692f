package io.tagcompliance.server.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.server.offer.Entry;
import io.tagcompliance.server.offer.Exchange;
import io.tagcompliance.server.offer.Outcome;
import io.tagcompliance.server.offer.RpcException;
import io.tagcompliance.server.tool.Json;
import java.util.List;
import java.util.Optional;

/** Tools that need input from the client before they can answer. */
final class InputFixtures {
    private static final String NAME = """
            {"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]}""";
    private static final String CONFIRM = """
            {"type": "object", "properties": {"ok": {"type": "boolean"}}, "required": ["ok"]}""";
    private static final String COLOR = """
            {"type": "object", "properties": {"color": {"type": "string"}}, "required": ["color"]}""";

    private InputFixtures() {}

    static List<Entry> entries() {
        return List.of(
                asking("test_input_required_result_elicitation", name(), ""),
                asking("test_streaming_elicitation", name(), ""),
                asking("test_input_required_result_sampling", sampling("capital_question"), ""),
                asking("test_missing_capability", sampling("question"), ""),
                asking("test_input_required_result_list_roots", roots(), ""),
                asking("test_input_required_result_request_state", confirm(), "confirm"),
                asking("test_input_required_result_tampered_state", confirm(), "confirm"),
                asking("test_input_required_result_multiple_inputs", everything(), "everything"),
                FixtureTools.tool("test_input_required_result_capabilities", InputFixtures::whatIsDeclared),
                FixtureTools.tool("test_input_required_result_multi_round", InputFixtures::twoRounds));
    }

    private static Entry asking(String name, ObjectNode requests, String state) {
        return FixtureTools.tool(name, (arguments, exchange) -> ask(exchange, requests, state));
    }

    /** Asks until every key has an answer and the state is the one that went out. */
    static Outcome ask(Exchange exchange, ObjectNode requests, String state) {
        Optional<String> returned = exchange.state().map(SealedState::open);
        ObjectNode answers = exchange.answers().orElseGet(Json::object);
        boolean complete = requests.properties().stream().allMatch(request -> answers.has(request.getKey()));
        if (complete && !state.isEmpty() && !returned.equals(Optional.of(state))) {
            throw RpcException.invalidParams("requestState is missing");
        }
        return complete
                ? Content.of(Content.text("state-ok " + answers))
                : new Outcome.InputNeeded(requests, state.isEmpty() ? "" : SealedState.of(state));
    }

    private static Outcome whatIsDeclared(ObjectNode arguments, Exchange exchange) {
        ObjectNode requests = Json.object();
        if (exchange.offers("elicitation")) {
            requests.setAll(name());
        }
        if (exchange.offers("sampling")) {
            requests.setAll(sampling("question"));
        }
        return ask(exchange, requests, "");
    }

    private static Outcome twoRounds(ObjectNode arguments, Exchange exchange) {
        ObjectNode first = ElicitationFixtures.elicitation("step1", "Step 1: What is your name?", NAME);
        ObjectNode second = ElicitationFixtures.elicitation("step2", "Step 2: What is your favorite color?", COLOR);
        return switch (exchange.state().map(SealedState::open).orElse("")) {
            case "" -> new Outcome.InputNeeded(first, SealedState.of("first"));
            case "first" -> new Outcome.InputNeeded(second, SealedState.of("second"));
            default -> ask(exchange, second, "second");
        };
    }

    private static ObjectNode name() {
        return ElicitationFixtures.elicitation("user_name", "What is your name?", NAME);
    }

    private static ObjectNode confirm() {
        return ElicitationFixtures.elicitation("confirm", "Please confirm", CONFIRM);
    }

    private static ObjectNode sampling(String key) {
        ObjectNode requests = Json.object();
        ObjectNode params = requests.putObject(key)
                .put("method", "sampling/createMessage")
                .putObject("params")
                .put("maxTokens", 100);
        ObjectNode message = params.putArray("messages").addObject().put("role", "user");
        message.set("content", Content.text("What is the capital of France?"));
        return requests;
    }

    private static ObjectNode roots() {
        ObjectNode requests = Json.object();
        requests.putObject("client_roots").put("method", "roots/list").putObject("params");
        return requests;
    }

    private static ObjectNode everything() {
        ObjectNode requests = name();
        requests.setAll(sampling("greeting"));
        requests.setAll(roots());
        return requests;
    }
}
