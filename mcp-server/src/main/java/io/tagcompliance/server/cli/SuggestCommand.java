package io.tagcompliance.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.core.advice.SuggestionScores;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.server.Wiring;
import io.tagcompliance.server.settings.SettingsException;
import io.tagcompliance.server.tool.CallContext.Room;
import io.tagcompliance.server.tool.Json;
import io.tagcompliance.server.tool.RefusalException;
import io.tagcompliance.server.tool.SafeText;
import io.tagcompliance.server.tool.Slips;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code suggest}: what the missing tags of single resources should be, or how good such suggestions are. */
@Command(
        name = "suggest",
        description = "Suggests missing tags where the estate knows them, and writes nothing.",
        mixinStandardHelpOptions = true)
final class SuggestCommand implements Callable<Integer> {
    private static final String TOOL = "suggest_tags";

    private final Program program;

    @Mixin
    private EstateOptions options = new EstateOptions();

    @Parameters(arity = "0..*", paramLabel = "RESOURCE_ID", description = "Full ids: ARNs, or those of other clouds")
    private List<String> resources = List.of();

    @Option(names = "--tag", paramLabel = "KEY", split = ",", description = "Only these keys, whether required or not")
    private @Nullable List<String> keys;

    @Option(names = "--json", description = "Print the answer of " + TOOL)
    private boolean json;

    @Option(
            names = "--evaluate",
            description = "Hide known tags, suggest them anew, and print how often that was right")
    private boolean evaluate;

    SuggestCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (evaluate == !resources.isEmpty()) {
            throw new SettingsException("name one resource at least by its full id, or give --evaluate alone");
        }
        if (evaluate && json) {
            throw new SettingsException("--evaluate prints a table; leave --json out");
        }
        if (!evaluate) {
            return new ToolRun(program, options, Room.UNCUT).call(TOOL, arguments(), (answer, wiring) -> show(answer));
        }
        try (Wiring wiring = program.configuration(options).wiring()) {
            return evaluated(wiring).number();
        }
    }

    private ExitCode show(JsonNode answer) {
        if (json) {
            program.console().out().println(Json.pretty(answer));
        } else {
            new SuggestionReport(program.console().out()).print(answer);
        }
        return Verdicts.ofNamed(answer);
    }

    private ObjectNode arguments() {
        ObjectNode arguments = Json.object();
        ArrayNode ids = arguments.putArray("resource_arns");
        resources.forEach(ids::add);
        if (keys != null) {
            ArrayNode wanted = arguments.putArray("tag_keys");
            keys.forEach(wanted::add);
        }
        return arguments;
    }

    private ExitCode evaluated(Wiring wiring) throws InterruptedException {
        try {
            List<TagKey> wanted = keys == null
                    ? List.of()
                    : keys.stream()
                            .filter(key -> !key.isBlank())
                            .map(TagKey::new)
                            .toList();
            SuggestionScores scores = wiring.compliance().evaluation().evaluate(wanted, Patience.UNLIMITED);
            refuseSlips(scores, Slips.against(wiring.compliance()));
            new ScoresReport(program.console().out()).print(scores);
            return scores.facts().coverage().isComplete() ? ExitCode.FINE : ExitCode.NOT_ALL_READABLE;
        } catch (RefusalException refused) {
            program.console().err().println("tag-compliance: " + refused.getMessage());
            return ExitCode.WRONG_USE;
        }
    }

    private static void refuseSlips(SuggestionScores scores, Slips slips) {
        scores.keys().stream()
                .filter(key -> key.hidden() == 0)
                .map(key -> key.key().text())
                .forEach(key -> slips.meantBy(key).ifPresent(near -> {
                    throw new SettingsException("--tag: no resource has a tag '" + SafeText.line(key)
                            + "', nor has the policy; did you mean '" + near + "'?");
                }));
    }
}
