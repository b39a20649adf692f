package io.tagcompliance.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.policy.PolicyAdvice;
import io.tagcompliance.server.Wiring;
import io.tagcompliance.server.cli.report.JunitReport;
import io.tagcompliance.server.cli.report.MarkdownReport;
import io.tagcompliance.server.cli.report.SarifReport;
import io.tagcompliance.server.cli.report.Tally;
import io.tagcompliance.server.settings.SettingsException;
import io.tagcompliance.server.tool.CallContext.Room;
import io.tagcompliance.server.tool.Json;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code check}: one check, for a terminal or a pipeline. */
@Command(
        name = "check",
        description = "Checks the estate once, for a terminal or a pipeline.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    static final String TOOL = "check_tag_compliance";

    private final Program program;

    @Mixin
    private EstateOptions options = new EstateOptions();

    @Option(names = "--json", description = "Print the answer of " + TOOL + ", as --format json does")
    private boolean json;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, json, sarif, junit or markdown")
    private Format format = Format.TEXT;

    @Option(names = "--all", description = "List every violation, uncut")
    private boolean all;

    @Option(
            names = "--fail-under",
            paramLabel = "SCORE",
            description = "End with 1 where the score is under this, 0 to 1")
    private @Nullable Double failUnder;

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Option(names = "--severity", paramLabel = "WHICH", description = "List errors_only, warnings_only or all")
    private @Nullable String severity;

    CheckCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        if (failUnder != null && !(failUnder >= 0 && failUnder <= 1)) {
            throw new SettingsException("--fail-under must be a number from 0 to 1, as in 0.9");
        }
        Format chosen = json ? Format.JSON : format;
        if (json && format != Format.TEXT && format != Format.JSON) {
            throw new SettingsException("--json and --format " + format.name().toLowerCase(Locale.ROOT)
                    + " contradict each other; leave one of them out");
        }
        return new ToolRun(program, options, all || chosen.isWhole() ? Room.UNCUT : Room.MODEL)
                .call(TOOL, arguments(), (answer, wiring) -> show(answer, wiring, chosen));
    }

    /** How the answer is printed. */
    enum Format {
        TEXT,
        JSON,
        SARIF,
        JUNIT,
        MARKDOWN;

        /** Whether it is for a program that counts what it gets, so that nothing may be cut. */
        boolean isWhole() {
            return this == SARIF || this == JUNIT;
        }
    }

    private ExitCode show(JsonNode answer, Wiring wiring, Format chosen) {
        PrintWriter out = program.console().out();
        switch (chosen) {
            case TEXT -> new CheckReport(out, program.isTerminal("out")).print(answer, warnings(wiring));
            case JSON -> out.println(Json.pretty(answer));
            case SARIF -> out.println(SarifReport.of(answer, CommandLines.Version.text()));
            case JUNIT -> out.println(JunitReport.of(answer));
            case MARKDOWN -> out.print(MarkdownReport.of(answer));
        }
        return Verdicts.readability(answer).orWorse(bar(answer));
    }

    /** How many the policy has that was judged by, as far as it is still the one in force. */
    private static int warnings(Wiring wiring) {
        return PolicyAdvice.on(wiring.policy().current().policy()).size();
    }

    /** A withheld score, or none at all, is not known to reach the bar. */
    private ExitCode bar(JsonNode answer) {
        if (failUnder == null) {
            return ExitCode.FINE;
        }
        JsonNode score = answer.path("compliance_score");
        if (score.isNumber() && exact(answer) >= failUnder) {
            return ExitCode.FINE;
        }
        program.console().err().println("tag-compliance: " + why(answer, failUnder));
        return ExitCode.BELOW_THE_BAR;
    }

    /** The score that an answer shows was cut to four digits. */
    private static double exact(JsonNode answer) {
        return answer.path("compliant_resources").asDouble()
                / answer.path("applicable_resources").asDouble();
    }

    private static String why(JsonNode answer, double least) {
        String percent = Tally.plain(BigDecimal.valueOf(least).movePointRight(2));
        String bar = "--fail-under " + least + " (" + percent + " %)";
        if (answer.path("compliance_score").isNumber()) {
            return String.format(
                    Locale.ROOT,
                    "a score of %s %% (%,d of %,d) is under %s",
                    Tally.plain(answer.path("compliance_score").decimalValue().movePointRight(2)),
                    answer.path("compliant_resources").asInt(),
                    answer.path("applicable_resources").asInt(),
                    bar);
        }
        return answer.path("score_status").asText().equals("partial")
                ? "the score is unknown, so nobody knows whether it reaches " + bar
                : "there is no score, since " + Tally.nothingToScore(answer) + ", so it does not reach " + bar;
    }

    private ObjectNode arguments() {
        ObjectNode arguments = Json.object();
        scope.into(arguments);
        ScopeOptions.put(arguments, "severity", severity);
        return arguments;
    }
}
