package io.tagcompliance.docs;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page about the protocol lists what the server lists. */
class ProtocolPageTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BEGINNING = """
            {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},\
            "clientInfo":{"name":"page","version":"1"}}}
            {"jsonrpc":"2.0","method":"notifications/initialized"}
            """;

    @TempDir
    private Path directory;

    @Test
    void its_resources_are_those_that_a_client_sees() throws IOException {
        List<String> uris = new ArrayList<>(listed("resources/list", "uri", "compliance"));
        uris.addAll(listed("resources/templates/list", "uriTemplate", "compliance"));

        assertThat(firstCells("## Resources")).containsExactlyInAnyOrderElementsOf(uris);
    }

    @Test
    void its_prompts_are_those_that_a_client_sees() throws IOException {
        assertThat(firstCells("## Prompts")).isEqualTo(listed("prompts/list", "name", "compliance"));
    }

    @Test
    void its_toolsets_have_the_tools_that_each_switches_on() throws IOException {
        List<String> toolsets = firstCells("## Which tools a client gets");

        assertThat(toolsets).containsExactly("compliance", "cost", "reports");
        for (String toolset : toolsets) {
            String row = section("## Which tools a client gets")
                    .lines()
                    .filter(line -> line.startsWith("| `" + toolset + "` |"))
                    .findFirst()
                    .orElseThrow();
            assertThat(quoted(row).subList(1, quoted(row).size())).isEqualTo(listed("tools/list", "name", toolset));
        }
    }

    private static List<String> firstCells(String heading) throws IOException {
        return Pattern.compile("(?m)^\\| `([^`]+)` \\|")
                .matcher(section(heading))
                .results()
                .map((MatchResult row) -> row.group(1))
                .toList();
    }

    private static List<String> quoted(String row) {
        return Pattern.compile("`([^`]+)`")
                .matcher(row)
                .results()
                .map((MatchResult word) -> word.group(1))
                .toList();
    }

    private static String section(String heading) throws IOException {
        return Pages.text("docs/protocol.md").split(heading + "\n", 2)[1].split("\n## ", 2)[0];
    }

    /** What the server answers to one request for a list, each by one of its fields. */
    private List<String> listed(String method, String field, String toolsets) throws IOException {
        String request = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\"}\n";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(
                new ByteArrayInputStream((BEGINNING + request).getBytes(StandardCharsets.UTF_8)),
                out,
                OutputStream.nullOutputStream());
        CommandLines.of(console, Map.of("HOME", directory.toString()), directory)
                .run(new String[] {"serve", "--demo", "--toolsets", toolsets});
        List<String> values = new ArrayList<>();
        for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
            JsonNode message = JSON.readTree(line);
            if (message.path("id").asInt() == 1) {
                message.path("result")
                        .forEach(list -> list.forEach(one -> {
                            if (one.has(field)) {
                                values.add(one.path(field).asText());
                            }
                        }));
            }
        }
        return values;
    }
}
