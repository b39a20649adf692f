package io.tagcompliance.server.architecture.planted.jackson.policy;

import com.fasterxml.jackson.databind.JsonNode;

final class ReadsJson {
    int fields(JsonNode node) {
        return node.size();
    }
}
