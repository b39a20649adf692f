package io.tagcompliance.server.cli;

import io.tagcompliance.core.check.TestPolicy;
import io.tagcompliance.policy.PolicyExample.Expectation;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.json.PolicyReading;
import io.tagcompliance.server.PolicyFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code policy test}: runs the tests that a policy brings along. */
@Command(
        name = "test",
        description = "Runs the tests that stand in a policy file. Ends with 1 where one fails.",
        mixinStandardHelpOptions = true)
final class PolicyTestCommand implements Callable<Integer> {
    private final Program program;

    @Parameters(paramLabel = "FILE", description = "The policy file")
    private Path file = Path.of("");

    PolicyTestCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        return switch (PolicyFile.reading(program.workingDirectory().resolve(file))) {
            case PolicyReading.Accepted accepted -> run(accepted.policy()).number();
            case PolicyReading.Rejected rejected -> {
                rejected.problems().forEach(problem -> program.console().err().println(file + " " + problem));
                yield ExitCode.WRONG_USE.number();
            }
        };
    }

    private ExitCode run(TagPolicy policy) {
        List<TestPolicy.Result> results = new TestPolicy(InstantSource.system()).test(policy);
        PrintWriter out = program.console().out();
        results.forEach(result -> print(result, out));
        long failed = results.stream().filter(result -> !result.passed()).count();
        out.println(
                results.isEmpty()
                        ? file + " has no tests; write some under \"tests\""
                        : (results.size() - failed) + " passed, " + failed + " failed");
        return failed == 0 ? ExitCode.FINE : ExitCode.BELOW_THE_BAR;
    }

    private static void print(TestPolicy.Result result, PrintWriter out) {
        out.println((result.passed() ? "ok    " : "FAIL  ") + result.example().name());
        if (!result.passed()) {
            out.println("      expected " + words(result.example().expected()));
            out.println("      is       " + result.verdict().label() + " " + result.issues());
        }
    }

    private static String words(Expectation expected) {
        return switch (expected) {
            case Expectation.Verdict verdict -> verdict.outcome().label();
            case Expectation.Violations violations -> violations.issues().toString();
        };
    }
}
