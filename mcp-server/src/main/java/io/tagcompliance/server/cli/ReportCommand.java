package io.tagcompliance.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.server.Wiring;
import io.tagcompliance.server.handout.Handout;
import io.tagcompliance.server.handout.Handout.Kind;
import io.tagcompliance.server.tool.CallContext.Room;
import io.tagcompliance.server.tool.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code report}: something to show to other people. */
@Command(
        name = "report",
        description = "Makes a report, on the terminal or as a file.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    private static final String MARKDOWN = "markdown";

    /** What the endings of files stand for. */
    private static final Map<String, String> ENDINGS =
            Map.of("html", "html", "htm", "html", "md", MARKDOWN, "markdown", MARKDOWN, "csv", "csv", "json", "json");

    private final Program program;

    @Mixin
    private EstateOptions options = new EstateOptions();

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file, whose ending may tell the format; without it, the report is printed")
    private @Nullable String out;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "markdown, html, csv or json; markdown where no ending tells")
    private @Nullable String format;

    @Option(names = "--audience", paramLabel = "WHO", description = "executive or engineering")
    private @Nullable String audience;

    @Option(names = "--figures-only", description = "Leave out what to do")
    private boolean figuresOnly;

    @Option(
            names = "--mask",
            description =
                    "Replace e-mail addresses, and values of tags such as Owner, by pseudonyms; names within ids stay")
    private boolean mask;

    ReportCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Optional<HandoutFile> file = Optional.ofNullable(out)
                .map(name -> HandoutFile.at(program.workingDirectory().resolve(name)));
        ObjectNode arguments = Json.object();
        scope.into(arguments);
        String ofFile =
                format == null ? file.map(to -> to.format(ENDINGS, MARKDOWN)).orElse(MARKDOWN) : format;
        arguments.put("format", ofFile);
        ScopeOptions.put(arguments, "audience", audience);
        arguments.put("include_recommendations", !figuresOnly);
        arguments.put("mask_personal_data", mask);
        return new ToolRun(program, options, Room.UNCUT)
                .call("generate_compliance_report", arguments, (answer, wiring) -> show(answer, wiring, file));
    }

    private ExitCode show(JsonNode answer, Wiring wiring, Optional<HandoutFile> file) {
        String text = answer.path("document").isObject()
                ? content(answer.path("document"), wiring)
                : Json.pretty(answer) + System.lineSeparator();
        if (file.isPresent()) {
            file.get().write(text);
            program.console().out().println("The report is in " + file.get().file());
        } else {
            program.console().out().print(text);
        }
        return Verdicts.readability(answer);
    }

    private static String content(JsonNode document, Wiring wiring) {
        Handout made = HandoutFile.made(
                wiring, Kind.REPORT, document.path("report_url").asText());
        return new String(wiring.handouts().read(made), StandardCharsets.UTF_8);
    }
}
