package io.tagcompliance.server.cli;

import io.tagcompliance.policy.PolicyAdvice;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.json.PolicyReading;
import io.tagcompliance.server.PolicyFile;
import io.tagcompliance.server.document.Counted;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code policy validate}: every problem of a policy file, and the demands that a cloud can't meet. */
@Command(
        name = "validate",
        description = "Says every problem of a policy file, and which demands a cloud can't meet.",
        mixinStandardHelpOptions = true)
final class PolicyValidateCommand implements Callable<Integer> {
    private final Program program;

    @Parameters(paramLabel = "FILE", description = "The policy file")
    private Path file = Path.of("");

    PolicyValidateCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        return switch (PolicyFile.reading(program.workingDirectory().resolve(file))) {
            case PolicyReading.Accepted accepted -> accepted(accepted.policy()).number();
            case PolicyReading.Rejected rejected -> rejected(rejected).number();
        };
    }

    private ExitCode accepted(TagPolicy policy) {
        List<PolicyAdvice> advice = PolicyAdvice.on(policy);
        advice.forEach(one -> program.console()
                .err()
                .println(file + " warning: rule '" + one.rule() + "' on " + one.cloud() + ": " + one.why()));
        program.console()
                .out()
                .println(file + " is a good policy"
                        + (advice.isEmpty() ? "" : ", with " + Counted.of(advice.size(), "warning")));
        return ExitCode.FINE;
    }

    private ExitCode rejected(PolicyReading.Rejected rejected) {
        rejected.problems().forEach(problem -> program.console().err().println(file + " " + problem));
        return ExitCode.WRONG_USE;
    }
}
