package io.tagcompliance.server.offer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A request can't be answered, and the protocol has a code for why. The message holds nothing that a stranger wrote. */
public final class RpcException extends RuntimeException {
    public static final int INVALID_REQUEST = -32600;
    public static final int METHOD_NOT_FOUND = -32601;
    public static final int INVALID_PARAMS = -32602;
    public static final int INTERNAL_ERROR = -32603;
    public static final int MISSING_CAPABILITY = -32021;
    public static final int UNSUPPORTED_VERSION = -32022;

    private final int code;
    private final transient ObjectNode data;

    /** @param data more for programs; empty = nothing */
    public RpcException(int code, String message, ObjectNode data) {
        super(message);
        this.code = code;
        this.data = data;
    }

    public RpcException(int code, String message) {
        this(code, message, JsonNodeFactory.instance.objectNode());
    }

    public static RpcException invalidParams(String message) {
        return new RpcException(INVALID_PARAMS, message);
    }

    /** There is no such resource, or nothing to show in it yet. */
    public static RpcException resourceNotFound(String uri, String message) {
        return new RpcException(
                INVALID_PARAMS, message, JsonNodeFactory.instance.objectNode().put("uri", uri));
    }

    /** Who asks would have to offer these. */
    public static RpcException missingCapability(Iterable<String> capabilities) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        ObjectNode required = data.putObject("requiredCapabilities");
        capabilities.forEach(required::putObject);
        return new RpcException(MISSING_CAPABILITY, "this needs capabilities that the client has not declared", data);
    }

    /** Nothing of a bug reaches a stranger. */
    public static RpcException mistakeOfTheProgram() {
        return new RpcException(INTERNAL_ERROR, "this is a mistake of the program");
    }

    public int code() {
        return code;
    }

    public ObjectNode data() {
        return data;
    }
}
