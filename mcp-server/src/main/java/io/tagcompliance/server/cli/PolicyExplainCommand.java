package io.tagcompliance.server.cli;

import io.tagcompliance.core.check.ExplainVerdict;
import io.tagcompliance.server.Wiring;
import io.tagcompliance.server.tool.RefusalException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code policy explain}: which rules hold for one resource, what each says, and what would put it right. */
@Command(
        name = "explain",
        description = "Explains the verdict on one resource, rule by rule, and what would put it right.",
        mixinStandardHelpOptions = true)
final class PolicyExplainCommand implements Callable<Integer> {
    private final Program program;

    @Mixin
    private EstateOptions options = new EstateOptions();

    @Parameters(paramLabel = "RESOURCE", description = "The full id: an ARN, or that of another cloud")
    private String resource = "";

    PolicyExplainCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (Wiring wiring = program.configuration(options).wiring()) {
            ExplainVerdict.Answer answer = wiring.compliance().explain().explain(resource);
            return new ExplanationReport(program.console()).print(answer).number();
        } catch (RefusalException refused) {
            program.console().err().println("tag-compliance: " + refused.getMessage());
            return ExitCode.WRONG_USE.number();
        }
    }
}
