package io.tagcompliance.server.architecture.planted.sdk.server.transport;

import io.modelcontextprotocol.spec.McpSchema;

final class MayTalkToTheSdk {
    String version() {
        return McpSchema.class.getName();
    }
}
