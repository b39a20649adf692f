package io.tagcompliance.server.architecture.planted.sdk.server.transport.modern;

import io.modelcontextprotocol.spec.McpSchema;

class TalksToTheSdkToo {
    McpSchema.Tool tool(McpSchema.Tool tool) {
        return tool;
    }
}
