package io.tagcompliance.server.transport.http;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.server.offer.RpcException;
import io.tagcompliance.server.transport.JsonRpc;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A request is refused before anything is done for it: a status, and an error for clients to read. */
final class HttpRefusal extends Exception {
    private final int status;
    private final transient ObjectNode body;

    HttpRefusal(int status, ObjectNode body) {
        super("HTTP " + status);
        this.status = status;
        this.body = body;
    }

    HttpRefusal(int status, String message) {
        this(status, JsonRpc.error(NullNode.instance, new RpcException(RpcException.INVALID_REQUEST, message)));
    }

    /** An id that isn't known is left out. */
    void write(HttpServletResponse response) throws IOException {
        if (body.path("id").isNull()) {
            body.remove("id");
        }
        response.setStatus(status);
        json(response, body);
    }

    static void json(HttpServletResponse response, ObjectNode body) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
        response.flushBuffer();
    }
}
