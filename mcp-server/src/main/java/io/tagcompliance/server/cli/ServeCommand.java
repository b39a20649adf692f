package io.tagcompliance.server.cli;

import io.tagcompliance.server.Wiring;
import io.tagcompliance.server.transport.stdio.StdioServer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code serve}: the tools over MCP. */
@Command(
        name = "serve",
        description = "Serves the tools over MCP on standard input and output.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private final Program program;

    @Mixin
    private EstateOptions options = new EstateOptions();

    ServeCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws InterruptedException {
        // Before the first record is written: how records are written is settled then.
        System.setProperty("tag-compliance.log", "json");
        try (Wiring wiring = program.configuration(options).wiring()) {
            new StdioServer(wiring.offer(CommandLines.Version.text()))
                    .serve(program.console().in(), program.console().rawOut());
        }
        return ExitCode.FINE.number();
    }
}
