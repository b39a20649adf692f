package io.tagcompliance.server.architecture.planted.signatures.core;

import com.fasterxml.jackson.databind.JsonNode;

public final class KeepsJson {
    private KeepsJson() {}

    static int fields(JsonNode node) {
        return node.size();
    }
}
