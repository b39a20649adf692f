package io.tagcompliance.server.architecture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tagcompliance.server.cli.CommandLines;
import io.tagcompliance.server.cli.Console;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The tools as a client gets to see them: what the server answers to {@code tools/list}. */
record ToolDefinitions(String answer, List<JsonNode> tools) {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final String SESSION = """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25",\
            "capabilities":{},"clientInfo":{"name":"test","version":"1"}}}
            {"jsonrpc":"2.0","method":"notifications/initialized"}
            {"jsonrpc":"2.0","id":2,"method":"tools/list"}
            """;

    /** Asks a server of its own, which keeps its audit trail in that directory. */
    static ToolDefinitions listed(Path dataDirectory) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayInputStream in = new ByteArrayInputStream(SESSION.getBytes(StandardCharsets.UTF_8));
        CommandLines.of(new Console(in, out, OutputStream.nullOutputStream()), Map.of(), dataDirectory)
                .run(new String[] {"serve", "--demo", "--data-dir", dataDirectory.toString()});
        String answer = out.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("\"id\":2"))
                .findFirst()
                .orElseThrow();
        List<JsonNode> tools = Stream.of(JSON.readTree(answer).path("result").path("tools"))
                .flatMap(JsonNode::valueStream)
                .toList();
        return new ToolDefinitions(answer, tools);
    }
}
