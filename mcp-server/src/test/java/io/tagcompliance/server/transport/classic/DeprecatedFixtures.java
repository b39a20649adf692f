package io.tagcompliance.server.transport.classic;

import io.modelcontextprotocol.server.McpServer.SyncSpecification;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.CreateMessageRequest;
import io.modelcontextprotocol.spec.McpSchema.LoggingLevel;
import io.modelcontextprotocol.spec.McpSchema.LoggingMessageNotification;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.SamplingMessage;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.util.List;
import java.util.Map;

/** What the suite asks of 2025-11-25 and the next revision has dropped: our own front end doesn't know it. */
final class DeprecatedFixtures {
    private DeprecatedFixtures() {}

    static SyncSpecification<?> in(SyncSpecification<?> server, ClassicOffer offer) {
        return server.capabilities(
                        offer.capabilities().resources(true, false).logging().build())
                .toolCall(tool("test_tool_with_logging"), (exchange, request) -> log(exchange))
                .toolCall(tool("test_sampling"), DeprecatedFixtures::sample);
    }

    private static McpSchema.Tool tool(String name) {
        return McpSchema.Tool.builder(name, Map.of("type", "object"))
                .description("Fixture of the conformance suite")
                .build();
    }

    private static CallToolResult log(McpSyncServerExchange exchange) {
        for (String text : List.of("Tool execution started", "Tool processing data", "Tool execution completed")) {
            exchange.loggingNotification(
                    LoggingMessageNotification.builder(LoggingLevel.INFO, text).build());
        }
        return CallToolResult.builder().addTextContent("logged").build();
    }

    private static CallToolResult sample(McpSyncServerExchange exchange, CallToolRequest request) {
        TextContent prompt = TextContent.builder(
                        String.valueOf(request.arguments().get("prompt")))
                .build();
        CreateMessageRequest question = CreateMessageRequest.builder(
                        List.of(new SamplingMessage(Role.USER, prompt)), 100)
                .build();
        return CallToolResult.builder()
                .addTextContent(
                        "LLM response: " + exchange.createMessage(question).content())
                .build();
    }
}
