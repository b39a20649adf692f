package io.tagcompliance.server.cli;

import io.tagcompliance.core.spi.AuditTrail;
import io.tagcompliance.server.settings.SettingsException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Every command of the program. A new one is one line here. */
public final class CommandLines {
    private final Console console;
    private final Map<String, Supplier<CommandLine>> commands = new LinkedHashMap<>();

    private CommandLines(Console console) {
        this.console = console;
    }

    /** The commands, on these streams, with that environment. */
    public static CommandLines of(Console console, Map<String, String> environment, Path workingDirectory) {
        Program program = new Program(console, environment, workingDirectory);
        return new CommandLines(console)
                .with("demo", () -> new CommandLine(new DemoCommand(program)))
                .with("serve", () -> new CommandLine(new ServeCommand(program)))
                .with("check", () -> new CommandLine(new CheckCommand(program)))
                .with("gap", () -> new CommandLine(new GapCommand(program)))
                .with("report", () -> new CommandLine(new ReportCommand(program)))
                .with("history", () -> new CommandLine(new HistoryCommand(program)))
                .with("export", () -> new CommandLine(new ExportCommand(program)))
                .with("suggest", () -> new CommandLine(new SuggestCommand(program)))
                .with("tool", () -> new CommandLine(new ToolCommand(program)))
                .with(
                        "policy",
                        () -> new CommandLine(new PolicyCommand())
                                .addSubcommand(new PolicyValidateCommand(program))
                                .addSubcommand(new PolicyTestCommand(program))
                                .addSubcommand(new PolicyExplainCommand(program))
                                .addSubcommand(new PolicyInitCommand(program)))
                .with("audit", () -> new CommandLine(new AuditCommand()).addSubcommand(new AuditVerifyCommand(program)))
                .with("doctor", () -> new CommandLine(new DoctorCommand(program)))
                .with("config", () -> new CommandLine(new ConfigCommand(program)));
    }

    private CommandLines with(String name, Supplier<CommandLine> command) {
        commands.put(name, command);
        return this;
    }

    /** Runs one command; gives its exit code. */
    public int run(String[] arguments) {
        int code = line(arguments).execute(arguments);
        console.flush();
        return code;
    }

    /** Reading the annotations of every command costs more than the whole rest of a start, so only that one is read. */
    private CommandLine line(String[] arguments) {
        CommandLine line = new CommandLine(new Root());
        String first = arguments.length == 0 ? "" : arguments[0];
        commands.forEach((name, command) -> {
            if (name.equals(first) || !commands.containsKey(first)) {
                line.addSubcommand(command.get());
            }
        });
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(console.out()).setErr(console.err());
        line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        line.setParameterExceptionHandler((wrong, given) -> wrongUse(console, wrong));
        line.setExecutionExceptionHandler((failed, failing, parsed) -> failed(console, failed));
        return line;
    }

    private static int wrongUse(Console console, ParameterException wrong) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        String message = wrong.getMessage().replace("option option", "option");
        console.err().println("tag-compliance: " + message + meant(wrong) + " (see '" + command + " --help')");
        return ExitCode.WRONG_USE.number();
    }

    private static String meant(ParameterException wrong) {
        List<String> known =
                wrong instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        return known.isEmpty() ? "" : "; did you mean " + String.join(" or ", known) + "?";
    }

    /** What people have to mend is one line; what this program has to mend is a bug, and shows where. */
    private static int failed(Console console, Exception failed) throws Exception {
        if (failed instanceof SettingsException || failed instanceof AuditTrail.Corrupt) {
            console.err().println("tag-compliance: " + failed.getMessage());
            return ExitCode.WRONG_USE.number();
        }
        if (failed instanceof AuditTrail.Unavailable) {
            console.err().println("tag-compliance: " + failed.getMessage());
            return ExitCode.REFUSED.number();
        }
        throw failed;
    }

    @Command(
            name = "tag-compliance",
            description = "Which cloud resources break the tagging policy, and what to do about it.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:fine",
                "1:the score is under the bar, or a policy's test or the audit trail fails",
                "2:wrong use or settings, or an argument that isn't allowed or names nothing",
                "3:the estate could not be read, or in part only; for gap or doctor the bill",
                "4:a tool refused for another reason"
            })
    private static final class Root implements Callable<Integer> {
        @CommandLine.Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private CommandLine.Model.CommandSpec spec;

        @Override
        public Integer call() {
            throw new ParameterException(
                    spec.commandLine(),
                    "name a command: demo, serve, check, gap, report, history, export, suggest, tool, policy, audit, doctor or config");
        }
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"tag-compliance " + text()};
        }

        static String text() {
            String version = CommandLines.class.getPackage().getImplementationVersion();
            return version == null ? "(unpackaged)" : version;
        }
    }
}
