package io.tagcompliance.server.transport.modern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.server.offer.RpcException;
import java.util.List;

/**
 * What a request says about itself in its {@code _meta}: there is no handshake that could have said it before.
 *
 * @param capabilities  what the client can do
 * @param progressToken under which it wants to hear how far the work is; missing = it doesn't
 */
public record RequestMeta(JsonNode capabilities, JsonNode progressToken) {
    /** The revisions that are spoken here. */
    public static final List<String> VERSIONS = List.of("2026-07-28");

    static final String PREFIX = "io.modelcontextprotocol/";

    private static final String VERSION = PREFIX + "protocolVersion";
    private static final String CAPABILITIES = PREFIX + "clientCapabilities";

    /** Whether a message with these params names a version, as messages of this era do. */
    public static boolean isModern(JsonNode params) {
        return params.path("_meta").has(VERSION);
    }

    /** The version that a message with these params names; empty where it names none. */
    public static String version(JsonNode params) {
        return params.path("_meta").path(VERSION).asText();
    }

    /** @throws RpcException where something is missing, or the version is not spoken here */
    static RequestMeta of(JsonNode params) {
        JsonNode meta = params.path("_meta");
        if (!meta.path(VERSION).isTextual()) {
            throw RpcException.invalidParams("_meta must have " + VERSION);
        }
        if (!VERSIONS.contains(version(params))) {
            throw unsupported(version(params), VERSIONS);
        }
        if (!meta.path(CAPABILITIES).isObject()) {
            throw RpcException.invalidParams("_meta must have " + CAPABILITIES + ", an object");
        }
        JsonNode token = meta.path("progressToken");
        if (!token.isMissingNode() && !token.isTextual() && !token.isIntegralNumber()) {
            throw RpcException.invalidParams("progressToken must be a string or a whole number");
        }
        return new RequestMeta(meta.path(CAPABILITIES), token);
    }

    /** A version that is not spoken, and those that are. */
    public static RpcException unsupported(String requested, List<String> supported) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        supported.forEach(data.putArray("supported")::add);
        data.put("requested", requested.length() <= 64 ? requested : requested.substring(0, 64));
        return new RpcException(RpcException.UNSUPPORTED_VERSION, "unsupported protocol version", data);
    }

    boolean offers(String capability) {
        return capabilities.path(capability).isObject();
    }
}
