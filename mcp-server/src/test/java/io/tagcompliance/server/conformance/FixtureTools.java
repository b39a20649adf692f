package io.tagcompliance.server.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.server.offer.Entry;
import io.tagcompliance.server.offer.Exchange;
import io.tagcompliance.server.offer.Handler;
import io.tagcompliance.server.offer.Outcome;
import io.tagcompliance.server.tool.Json;
import java.util.ArrayList;
import java.util.List;

/** The tools of the suite. */
final class FixtureTools {
    private FixtureTools() {}

    static List<Entry> entries() {
        List<Entry> tools = new ArrayList<>(List.of(
                tool(
                        "test_simple_text",
                        (arguments, exchange) ->
                                Content.of(Content.text("This is a simple text response for testing."))),
                tool("test_image_content", (arguments, exchange) -> Content.of(Content.image())),
                tool("test_audio_content", (arguments, exchange) -> Content.of(Content.audio())),
                tool("test_embedded_resource", (arguments, exchange) -> Content.of(embedded())),
                tool(
                        "test_multiple_content_types",
                        (arguments, exchange) ->
                                Content.of(Content.text("Multiple content types test:"), Content.image(), mixed())),
                tool("test_error_handling", (arguments, exchange) -> error()),
                tool("test_tool_with_progress", (arguments, exchange) -> progress(exchange)),
                tool("test_logging_tool", (arguments, exchange) -> Content.of(Content.text("nothing is logged"))),
                tool("test_elicitation", ElicitationFixtures::message),
                tool("test_elicitation_sep1034_defaults", ElicitationFixtures::defaults),
                tool("test_elicitation_sep1330_enums", ElicitationFixtures::enums)));
        tools.addAll(InputFixtures.entries());
        return tools;
    }

    static Entry tool(String name, Handler handler) {
        return new Entry(name, () -> definition(name), handler);
    }

    private static ObjectNode definition(String name) {
        ObjectNode definition = Json.object().put("name", name).put("description", "Fixture of the conformance suite");
        definition.putObject("inputSchema").put("type", "object");
        return definition;
    }

    private static ObjectNode embedded() {
        return Content.resource("test://embedded-resource", "text/plain", "This is an embedded resource content.");
    }

    private static ObjectNode mixed() {
        return Content.resource(
                "test://mixed-content-resource", "application/json", "{\"test\":\"data\",\"value\":123}");
    }

    private static Outcome error() {
        ObjectNode result = Json.object().put("isError", true);
        result.putArray("content").add(Content.text("This tool intentionally returns an error for testing"));
        return new Outcome.Complete(result);
    }

    private static Outcome progress(Exchange exchange) throws InterruptedException {
        for (int done : new int[] {0, 50, 100}) {
            exchange.tell(new Exchange.Progress(done, 100, ""));
            Thread.sleep(50);
        }
        return Content.of(Content.text("done"));
    }
}
