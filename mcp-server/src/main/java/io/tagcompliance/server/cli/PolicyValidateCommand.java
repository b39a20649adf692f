package io.tagcompliance.server.cli;

import io.tagcompliance.policy.json.PolicyProblem;
import io.tagcompliance.server.PolicyFile;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code policy validate}: every problem of a policy file. */
@Command(name = "validate", description = "Says every problem of a policy file.", mixinStandardHelpOptions = true)
final class PolicyValidateCommand implements Callable<Integer> {
    private final Program program;

    @Parameters(paramLabel = "FILE", description = "The policy file")
    private Path file = Path.of("");

    PolicyValidateCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        List<PolicyProblem> problems =
                PolicyFile.problems(program.workingDirectory().resolve(file));
        if (problems.isEmpty()) {
            program.console().out().println(file + " is a good policy");
            return ExitCode.FINE.number();
        }
        problems.forEach(problem -> program.console().err().println(file + " " + problem));
        return ExitCode.WRONG_USE.number();
    }
}
