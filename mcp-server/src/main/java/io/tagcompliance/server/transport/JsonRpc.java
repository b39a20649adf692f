package io.tagcompliance.server.transport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.server.offer.RpcException;

/** Makes the messages of JSON-RPC 2.0. */
public final class JsonRpc {
    private JsonRpc() {}

    public static ObjectNode result(JsonNode id, ObjectNode result) {
        ObjectNode message = message();
        message.set("id", id);
        message.set("result", result);
        return message;
    }

    public static ObjectNode error(JsonNode id, RpcException refused) {
        ObjectNode message = message();
        message.set("id", id);
        ObjectNode error =
                message.putObject("error").put("code", refused.code()).put("message", refused.getMessage());
        if (!refused.data().isEmpty()) {
            error.set("data", refused.data());
        }
        return message;
    }

    public static ObjectNode notification(String method, ObjectNode params) {
        ObjectNode message = message().put("method", method);
        message.set("params", params);
        return message;
    }

    private static ObjectNode message() {
        return JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
    }
}
