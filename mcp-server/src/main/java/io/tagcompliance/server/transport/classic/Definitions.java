package io.tagcompliance.server.transport.classic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.PromptArgument;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Definitions as the SDK takes them. Built field by field: the SDK's own reader of JSON takes long to get ready. */
final class Definitions {
    private Definitions() {}

    static Tool tool(ObjectNode definition) {
        Tool.Builder tool = Tool.builder(text(definition, "name"), schema(definition.path("inputSchema")))
                .description(text(definition, "description"));
        if (definition.has("title")) {
            tool.title(text(definition, "title"));
        }
        if (definition.has("outputSchema")) {
            tool.outputSchema(schema(definition.path("outputSchema")));
        }
        if (definition.has("annotations")) {
            tool.annotations(annotations(definition.path("annotations")));
        }
        return tool.build();
    }

    private static ToolAnnotations annotations(JsonNode annotations) {
        return ToolAnnotations.builder()
                .title(text(annotations, "title"))
                .readOnlyHint(annotations.path("readOnlyHint").booleanValue())
                .destructiveHint(annotations.path("destructiveHint").booleanValue())
                .idempotentHint(annotations.path("idempotentHint").booleanValue())
                .openWorldHint(annotations.path("openWorldHint").booleanValue())
                .build();
    }

    static Resource resource(ObjectNode definition) {
        Resource.Builder resource = Resource.builder(text(definition, "uri"), text(definition, "name"))
                .description(text(definition, "description"))
                .mimeType(text(definition, "mimeType"));
        return (definition.has("title") ? resource.title(text(definition, "title")) : resource).build();
    }

    static ResourceTemplate template(ObjectNode definition) {
        ResourceTemplate.Builder template = ResourceTemplate.builder(
                        text(definition, "uriTemplate"), text(definition, "name"))
                .description(text(definition, "description"))
                .mimeType(text(definition, "mimeType"));
        return (definition.has("title") ? template.title(text(definition, "title")) : template).build();
    }

    static Prompt prompt(ObjectNode definition) {
        List<PromptArgument> arguments = definition
                .path("arguments")
                .valueStream()
                .map(Definitions::argument)
                .toList();
        Prompt.Builder prompt = Prompt.builder(text(definition, "name"))
                .description(text(definition, "description"))
                .arguments(arguments);
        return (definition.has("title") ? prompt.title(text(definition, "title")) : prompt).build();
    }

    private static PromptArgument argument(JsonNode argument) {
        return PromptArgument.builder(text(argument, "name"))
                .description(text(argument, "description"))
                .required(argument.path("required").booleanValue())
                .build();
    }

    /** The trees below the first level are written as they are. */
    private static Map<String, Object> schema(JsonNode schema) {
        Map<String, Object> keywords = new LinkedHashMap<>();
        schema.properties().forEach(keyword -> keywords.put(keyword.getKey(), keyword.getValue()));
        return keywords;
    }

    private static String text(JsonNode definition, String field) {
        return definition.path(field).asText();
    }
}
