package io.tagcompliance.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.server.cli.report.Percent;
import io.tagcompliance.server.document.Counted;
import io.tagcompliance.server.tool.CallContext.Room;
import io.tagcompliance.server.tool.Json;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code history}: how compliance went. */
@Command(name = "history", description = "Shows how compliance went over time.", mixinStandardHelpOptions = true)
final class HistoryCommand implements Callable<Integer> {
    private static final int WIDTH = 40;

    private final Program program;

    @Mixin
    private EstateOptions options = new EstateOptions();

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Option(names = "--days", paramLabel = "N", description = "How far back; 90 if left out")
    private @Nullable Integer days;

    @Option(names = "--by", paramLabel = "INTERVAL", description = "day, week or month")
    private String by = "day";

    @Option(names = "--json", description = "Print the answer of get_violation_history")
    private boolean json;

    HistoryCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        ObjectNode arguments = Json.object().put("group_by", by);
        scope.into(arguments);
        if (days != null) {
            arguments.put("days_back", days);
        }
        return new ToolRun(program, options, Room.UNCUT)
                .call("get_violation_history", arguments, (answer, wiring) -> show(answer));
    }

    private ExitCode show(JsonNode answer) {
        PrintWriter out = program.console().out();
        if (json) {
            out.println(Json.pretty(answer));
            return ExitCode.FINE;
        }
        out.printf("Trend: %s%n", answer.path("trend").asText().replace('_', ' '));
        JsonNode change = answer.path("change");
        if (change.isObject()) {
            out.printf(
                    Locale.ROOT,
                    "  %s to %s: tags %+.1f, resources came and went %+.1f, policy %+.1f points%n",
                    change.path("from").asText(),
                    change.path("to").asText(),
                    change.path("tags_changed").asDouble() * 100,
                    change.path("resources_came_and_went").asDouble() * 100,
                    change.path("policy_changed").asDouble() * 100);
        }
        newestFirst(answer).forEach(row -> line(row, out));
        return ExitCode.FINE;
    }

    /** What was scanned and what wasn't, in one list. */
    private static List<JsonNode> newestFirst(JsonNode answer) {
        return Stream.concat(
                        answer.path("history").valueStream(),
                        answer.path("without_scan").valueStream())
                .sorted(Comparator.comparing(HistoryCommand::day).reversed())
                .toList();
    }

    private static String day(JsonNode row) {
        return row.path(row.has("date") ? "date" : "from").asText();
    }

    private static void line(JsonNode row, PrintWriter out) {
        if (row.has("from")) {
            out.printf(
                    Locale.ROOT,
                    "  %s to %s: no scan%n",
                    row.path("from").asText(),
                    row.path("to").asText());
            return;
        }
        JsonNode score = row.path("compliance_score");
        String bar = "#".repeat((int) (score.asDouble() * WIDTH));
        out.printf(
                Locale.ROOT,
                "  %s %-" + WIDTH + "s %s, %s, %s%n",
                row.path("date").asText(),
                bar,
                score.isNull() ? row.path("status").asText().replace('_', ' ') : Percent.of(score),
                Counted.of(row.path("violations").asInt(), "violation"),
                Counted.of(row.path("total_resources").asInt(), "resource"));
    }
}
