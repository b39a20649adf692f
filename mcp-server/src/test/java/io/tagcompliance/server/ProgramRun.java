package io.tagcompliance.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tagcompliance.server.cli.CommandLines;
import io.tagcompliance.server.cli.Console;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One run of the whole program inside the test: its streams are strings, its environment is a map. */
public record ProgramRun(int exitCode, String out, String err) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a run starts from. */
    public record Setup(Path directory, Map<String, String> environment, byte[] input) {
        public static Setup in(Path directory) {
            Map<String, String> environment = new HashMap<>();
            environment.put("HOME", directory.toString());
            environment.put("TAG_COMPLIANCE_DATA_DIR", directory.resolve("data").toString());
            return new Setup(directory, environment, new byte[0]);
        }

        public Setup with(String variable, String value) {
            Map<String, String> more = new HashMap<>(environment);
            more.put(variable, value);
            return new Setup(directory, more, input);
        }

        public Setup fed(byte[] bytes) {
            return new Setup(directory, environment, bytes);
        }

        public Setup fed(List<String> lines) {
            return fed((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }

        public ProgramRun run(String... arguments) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            Console console = new Console(new ByteArrayInputStream(input), out, err);
            int code = CommandLines.of(console, environment, directory).run(arguments);
            return new ProgramRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }

        /** The structured answer of one tool. */
        public JsonNode tool(String name, String arguments, String... flags) {
            List<String> words = new ArrayList<>(List.of("tool", name, arguments));
            words.addAll(List.of(flags));
            return run(words.toArray(String[]::new)).json();
        }
    }

    public JsonNode json() {
        return parse(out);
    }

    /** Standard output, line by line, each a message. */
    public List<JsonNode> messages() {
        return out.lines().map(ProgramRun::parse).toList();
    }

    /** The message that answers this id. */
    public JsonNode answerTo(JsonNode id) {
        return messages().stream()
                .filter(message -> message.path("id").equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no answer to " + id + " in " + out));
    }

    public JsonNode answerTo(int id) {
        return answerTo(JSON.getNodeFactory().numberNode(id));
    }

    public static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError("not JSON: " + json, notJson);
        }
    }
}
