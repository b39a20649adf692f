package io.tagcompliance.server.architecture.planted.sdk.server.transport.classic;

import io.modelcontextprotocol.spec.McpSchema;

final class MayTalkToTheSdk {
    String version() {
        return McpSchema.class.getName();
    }
}
