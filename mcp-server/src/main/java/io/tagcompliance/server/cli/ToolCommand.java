package io.tagcompliance.server.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tagcompliance.policy.Nearest;
import io.tagcompliance.server.Wiring;
import io.tagcompliance.server.guard.Reply;
import io.tagcompliance.server.settings.SettingsException;
import io.tagcompliance.server.tool.CallContext.Room;
import io.tagcompliance.server.tool.Json;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tool}: one call of any tool. */
@Command(
        name = "tool",
        description = "Calls one tool and prints its structured answer.",
        mixinStandardHelpOptions = true)
final class ToolCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Program program;

    @Mixin
    private EstateOptions options = new EstateOptions();

    @Parameters(index = "0", paramLabel = "NAME", description = "The tool, as in check_tag_compliance")
    private String name = "";

    @Parameters(index = "1", paramLabel = "ARGUMENTS", defaultValue = "{}", description = "Its arguments, as JSON")
    private String arguments = "{}";

    @Option(names = "--all", description = "Don't cut the answer to what fits a model")
    private boolean all;

    ToolCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        JsonNode parsed = parsed();
        Configuration configuration = program.configuration(options);
        try (Wiring wiring = configuration.wiring()) {
            Reply reply = program.call(wiring, name, parsed, all ? Room.UNCUT : Room.MODEL)
                    .orElseThrow(() -> unknown(wiring.guard().tools().names()));
            return switch (reply) {
                case Reply.Answered answered -> answered(answered).number();
                case Reply.Refused refused -> refused(refused, configuration).number();
            };
        }
    }

    private ExitCode answered(Reply.Answered answered) {
        program.console().out().println(Json.pretty(answered.structured()));
        handedOut(answered.structured());
        return Verdicts.readability(answered.structured());
    }

    /** Its address is one that only an MCP client can read, and this process is about to end. */
    private void handedOut(JsonNode answer) {
        String command =
                answer.has("export_url") ? "export" : answer.path("document").has("report_url") ? "report" : "";
        if (!command.isEmpty()) {
            program.console()
                    .err()
                    .println("tag-compliance: only an MCP client can open that URL; 'tag-compliance " + command
                            + " --out FILE' writes the file where you say");
        }
    }

    private ExitCode refused(Reply.Refused refused, Configuration configuration) {
        program.console().out().println(Json.pretty(refused.structured()));
        return program.refused(refused, configuration);
    }

    private JsonNode parsed() {
        try {
            return JSON.readTree(arguments);
        } catch (JsonProcessingException notJson) {
            throw new SettingsException(
                    "the arguments of the tool are not valid JSON; write for example '{\"limit\": 5}'");
        }
    }

    private SettingsException unknown(List<String> names) {
        return new SettingsException("no such tool"
                + Nearest.to(name, names)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("")
                + " (tools: " + String.join(", ", names) + ")");
    }
}
