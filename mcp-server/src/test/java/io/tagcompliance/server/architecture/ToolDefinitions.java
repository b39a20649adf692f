package io.tagcompliance.server.architecture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tagcompliance.server.ProgramRun;
import java.nio.file.Path;
import java.util.List;

/** The tools as a client gets to see them: what the server answers to {@code tools/list}. */
record ToolDefinitions(String answer, List<JsonNode> tools) {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final String INITIALIZE = """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25",\
            "capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""";
    private static final String INITIALIZED = """
            {"jsonrpc":"2.0","method":"notifications/initialized"}""";
    private static final String LIST = """
            {"jsonrpc":"2.0","id":2,"method":"tools/list"}""";

    /** Asks a server of its own, which keeps its audit trail below that directory. */
    static ToolDefinitions listed(Path directory) {
        ProgramRun run = ProgramRun.Setup.in(directory)
                .fed(List.of(INITIALIZE, INITIALIZED, LIST))
                .run("serve", "--demo");
        JsonNode answer = run.answerTo(2);
        return new ToolDefinitions(
                answer.toString(),
                answer.path("result").path("tools").valueStream().toList());
    }
}
