package io.tagcompliance.server.transport.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.tagcompliance.server.offer.RpcException;
import io.tagcompliance.server.transport.Incoming;
import io.tagcompliance.server.transport.JsonRpc;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Headers that repeat what the body says, for those on the way who don't read bodies: the two must be equal. */
final class HttpHeaders {
    private static final int HEADER_MISMATCH = -32020;
    private static final String VERSION = "MCP-Protocol-Version";
    private static final String BASE64 = "=?base64?";
    private static final String BASE64_END = "?=";
    private static final Map<String, String> NAMED_BY =
            Map.of("tools/call", "name", "prompts/get", "name", "resources/read", "uri");

    private HttpHeaders() {}

    /** The version that the header names. */
    static Optional<String> version(HttpServletRequest request) throws HttpRefusal {
        return only(request, VERSION, NullNode.instance);
    }

    /** @throws HttpRefusal where a header is missing, or says something else than the body */
    static void check(HttpServletRequest request, Incoming.Request message, String version) throws HttpRefusal {
        JsonNode id = message.id();
        require(request, VERSION, version, id);
        require(request, "Mcp-Method", message.method(), id);
        String field = NAMED_BY.get(message.method());
        if (field != null && message.params().path(field).isTextual()) {
            require(request, "Mcp-Name", message.params().path(field).textValue(), id);
        }
    }

    private static void require(HttpServletRequest request, String header, String expected, JsonNode id)
            throws HttpRefusal {
        Optional<String> given = only(request, header, id).flatMap(HttpHeaders::decoded);
        if (!given.equals(Optional.of(expected))) {
            throw mismatch(header, id);
        }
    }

    private static Optional<String> only(HttpServletRequest request, String header, JsonNode id) throws HttpRefusal {
        List<String> values = Collections.list(request.getHeaders(header));
        if (values.size() > 1) {
            throw mismatch(header, id);
        }
        return values.stream().map(String::strip).findFirst();
    }

    private static Optional<String> decoded(String value) {
        if (!value.startsWith(BASE64) || !value.endsWith(BASE64_END)) {
            return Optional.of(value);
        }
        String encoded = value.substring(BASE64.length(), value.length() - BASE64_END.length());
        try {
            return Optional.of(new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static HttpRefusal mismatch(String header, JsonNode id) {
        RpcException mismatch = new RpcException(
                HEADER_MISMATCH, "the header " + header + " is missing, or differs from the body, or stands twice");
        return new HttpRefusal(400, JsonRpc.error(id, mismatch));
    }
}
