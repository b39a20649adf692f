package io.tagcompliance.server.architecture.planted.jackson.policy.json;

import com.fasterxml.jackson.databind.JsonNode;

final class MayReadJson {
    int fields(JsonNode node) {
        return node.size();
    }
}
