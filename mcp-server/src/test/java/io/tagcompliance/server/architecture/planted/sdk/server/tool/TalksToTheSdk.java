package io.tagcompliance.server.architecture.planted.sdk.server.tool;

import io.modelcontextprotocol.spec.McpSchema;

final class TalksToTheSdk {
    String version() {
        return McpSchema.class.getName();
    }
}
