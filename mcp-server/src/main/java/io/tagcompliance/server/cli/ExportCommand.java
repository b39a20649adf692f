package io.tagcompliance.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.server.Wiring;
import io.tagcompliance.server.document.Counted;
import io.tagcompliance.server.handout.Handout.Kind;
import io.tagcompliance.server.tool.CallContext.Room;
import io.tagcompliance.server.tool.Json;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code export}: every violation as a file. */
@Command(name = "export", description = "Writes every violation to a file.", mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    /** What the endings of files stand for. */
    private static final Map<String, String> ENDINGS = Map.of("csv", "csv", "xlsx", "xlsx", "json", "json");

    private final Program program;

    @Mixin
    private EstateOptions options = new EstateOptions();

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "The file; its ending may tell the format")
    private String out = "";

    @Option(names = "--format", paramLabel = "FORMAT", description = "csv, xlsx or json")
    private @Nullable String format;

    @Option(names = "--column", paramLabel = "NAME", split = ",", description = "Only these columns")
    private @Nullable List<String> columns;

    @Option(names = "--severity", paramLabel = "WHICH", description = "errors_only, warnings_only or all")
    private @Nullable String severity;

    @Option(names = "--rule", paramLabel = "ID", description = "Only what breaks this rule; may be given again")
    private @Nullable List<String> rules;

    @Option(
            names = "--mask",
            description =
                    "Replace e-mail addresses, and values of tags such as Owner, by pseudonyms; names within ids stay")
    private boolean mask;

    ExportCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        HandoutFile file = HandoutFile.at(program.workingDirectory().resolve(out));
        ObjectNode arguments = Json.object();
        scope.into(arguments);
        ScopeOptions.put(arguments, "format", format == null ? file.format(ENDINGS, "csv") : format);
        ScopeOptions.put(arguments, "columns", columns);
        ScopeOptions.put(arguments, "severity", severity);
        ScopeOptions.put(arguments, "rule_ids", rules);
        arguments.put("mask_personal_data", mask);
        return new ToolRun(program, options, Room.UNCUT)
                .call("export_violations_csv", arguments, (answer, wiring) -> show(answer, wiring, file));
    }

    private ExitCode show(JsonNode answer, Wiring wiring, HandoutFile file) {
        file.copy(wiring, Kind.EXPORT, answer.path("export_url").asText());
        int rows = answer.path("row_count").asInt();
        program.console()
                .out()
                .printf(
                        "%s of %s %s in %s%n",
                        Counted.of(rows, "row"),
                        Counted.of(answer.path("resource_count").asInt(), "resource"),
                        rows == 1 ? "is" : "are",
                        file.file());
        if (answer.hasNonNull("note")) {
            program.console().out().println(answer.path("note").asText());
        }
        return Verdicts.readability(answer);
    }
}
