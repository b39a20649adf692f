package io.tagcompliance.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.server.tool.CallContext.Room;
import io.tagcompliance.server.tool.Json;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gap}: how much spend has no owner. */
@Command(name = "gap", description = "Splits the bill by who answers for it.", mixinStandardHelpOptions = true)
final class GapCommand implements Callable<Integer> {
    private final Program program;

    @Mixin
    private EstateOptions options = new EstateOptions();

    @Option(
            names = "--from",
            paramLabel = "DAY",
            description = "First day, with --to; without both, the last closed month")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DAY", description = "The day after the last, with --from")
    private @Nullable String to;

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            description = "service, resource_type, region, account, tag, team, owner")
    private String by = "service";

    @Option(names = "--tag", paramLabel = "KEY", description = "The key for --by tag")
    private @Nullable String tag;

    @Option(names = "--key", paramLabel = "KEY", split = ",", description = "Keys by which money is split")
    private @Nullable List<String> keys;

    @Option(names = "--metric", paramLabel = "COST", description = "effective or billed")
    private @Nullable String metric;

    @Option(
            names = "--mask",
            description =
                    "Replace e-mail addresses, and values of tags such as Owner, by pseudonyms; names within ids stay")
    private boolean mask;

    @Option(names = "--json", description = "Print the answer of get_cost_attribution_gap")
    private boolean json;

    @Option(names = "--all", description = "List every category")
    private boolean all;

    GapCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        return new ToolRun(program, options, all ? Room.UNCUT : Room.MODEL)
                .call("get_cost_attribution_gap", arguments(), (answer, wiring) -> show(answer));
    }

    private ExitCode show(JsonNode answer) {
        if (json) {
            program.console().out().println(Json.pretty(answer));
        } else {
            new GapReport(program.console().out(), "by " + by.replace('_', ' ')).print(answer);
        }
        return answer.path("attribution_gap").isNull() ? ExitCode.NOT_ALL_READABLE : ExitCode.FINE;
    }

    private ObjectNode arguments() {
        ObjectNode arguments = Json.object().put("grouping", OptionNames.BY + by);
        if (from != null || to != null) {
            ObjectNode period = arguments.putObject("time_period");
            ScopeOptions.put(period, "start", from);
            ScopeOptions.put(period, "end", to);
        }
        ScopeOptions.put(arguments, "tag", tag);
        ScopeOptions.put(arguments, "allocation_tags", keys);
        ScopeOptions.put(arguments, "metric", metric);
        return arguments.put("mask_personal_data", mask);
    }
}
