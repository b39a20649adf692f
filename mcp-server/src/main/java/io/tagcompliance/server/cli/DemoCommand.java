package io.tagcompliance.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.server.Wiring;
import io.tagcompliance.server.guard.Reply;
import io.tagcompliance.server.settings.RawSettings;
import io.tagcompliance.server.settings.Setting;
import io.tagcompliance.server.tool.CallContext.Room;
import io.tagcompliance.server.tool.Json;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demo}: what this program does, on a made-up company. */
@Command(
        name = "demo",
        description = "Checks the embedded made-up company, and shows how to go on from there.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final String QUESTIONS = """
              "Which account is worst, and what is wrong there?"
              "What was never tagged, and how old is it?"
              "Would an ec2:instance with Environment=prod and Owner=me comply?"
            """;

    private final Program program;

    @Option(names = "--json", description = "Print the answer of " + CheckCommand.TOOL)
    private boolean json;

    @Option(names = "--data-dir", paramLabel = "DIR", description = "Where the audit trail is kept")
    private @Nullable String dataDir;

    DemoCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Configuration configuration = demo();
        try (Wiring wiring = configuration.wiring()) {
            Reply reply = program.call(wiring, CheckCommand.TOOL, Json.object(), Room.MODEL)
                    .orElseThrow();
            return switch (reply) {
                case Reply.Answered answered -> show(answered.structured()).number();
                case Reply.Refused refused ->
                    program.refused(refused, configuration).number();
            };
        }
    }

    private Configuration demo() {
        Map<Setting, String> flags =
                new EnumMap<>(Map.of(Setting.CLOUDS, "demo", Setting.POLICY, "", Setting.ESTATE, ""));
        if (dataDir != null) {
            flags.put(Setting.DATA_DIR, dataDir);
        }
        RawSettings raw = RawSettings.read(flags, program.environment(), program.workingDirectory());
        return program.configuration(raw);
    }

    private ExitCode show(JsonNode answer) {
        PrintWriter out = program.console().out();
        if (json) {
            out.println(Json.pretty(answer));
            return ExitCode.FINE;
        }
        CheckReport report = new CheckReport(out, program.isTerminal("out"));
        out.println("A made-up company with a dozen accounts on three clouds, and its own tagging policy.\n");
        report.headline(answer);
        report.parts(answer);
        out.printf("%nAsk next, in Claude Desktop or another MCP client:%n%s", QUESTIONS);
        out.printf(
                "%nTo connect Claude Desktop, put this into%n  %s%n%s%n",
                configurationFile(), Json.pretty(configuration()));
        out.printf(
                "%nFor your own estate: %s check --estate FILE, or AWS credentials and %s doctor%n",
                program.launcher(), program.launcher());
        return ExitCode.FINE;
    }

    private String configurationFile() {
        String home = program.environment().getOrDefault("HOME", "~");
        boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
        return home + (mac ? "/Library/Application Support" : "/.config") + "/Claude/claude_desktop_config.json";
    }

    private ObjectNode configuration() {
        ObjectNode file = Json.object();
        ObjectNode server = file.putObject("mcpServers").putObject("tag-compliance");
        server.put("command", program.launcher());
        server.putArray("args").add("serve").add("--demo");
        return file;
    }
}
