package io.tagcompliance.server.transport;

/** Messages that a client of revision 2026-07-28 sends. */
public final class ModernMessages {
    public static final String META = """
            "_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28",\
            "io.modelcontextprotocol/clientInfo":{"name":"test","version":"1"},\
            "io.modelcontextprotocol/clientCapabilities":{}}""";

    private ModernMessages() {}

    public static String request(int id, String method) {
        return request(id, method, "");
    }

    /** @param params the fields beside {@code _meta}, as {@code "name":"x"} */
    public static String request(int id, String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":{" + params
                + (params.isEmpty() ? "" : ",") + META + "}}";
    }

    public static String call(int id, String tool, String arguments) {
        return request(id, "tools/call", "\"name\":\"" + tool + "\",\"arguments\":" + arguments);
    }
}
