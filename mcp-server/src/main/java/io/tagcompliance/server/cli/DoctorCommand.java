package io.tagcompliance.server.cli;

import io.tagcompliance.core.check.CheckRequest;
import io.tagcompliance.core.check.Coverage;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.core.spi.CloudException;
import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.core.spi.PolicySource.PolicyInForce;
import io.tagcompliance.server.Wiring;
import io.tagcompliance.server.settings.Settings;
import io.tagcompliance.server.tool.RefusalException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code doctor}: can this program do its work here, and what does it lack? */
@Command(
        name = "doctor",
        description = "Tells whether everything is in place: JDK, data directory, policy, credentials, permissions.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    private final Program program;

    @Mixin
    private EstateOptions options = new EstateOptions();

    DoctorCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws InterruptedException {
        fine("JDK " + Runtime.version());
        Settings settings = program.settings(options);
        try (Wiring wiring = Wiring.of(settings)) {
            fine("data directory " + settings.dataDir() + " can be written");
            PolicyInForce policy = wiring.policy().current();
            fine("policy version %s, %s".formatted(policy.policy().header().version(), policy.origin()));
            return clouds(wiring).number();
        } catch (RefusalException refused) {
            lacking(refused.getMessage());
            return ExitCode.WRONG_USE.number();
        }
    }

    private ExitCode clouds(Wiring wiring) throws InterruptedException {
        ExitCode worst = ExitCode.FINE;
        for (CloudProvider cloud : wiring.compliance().clouds()) {
            worst = worst.orWorse(identity(cloud));
        }
        return worst == ExitCode.FINE ? reach(wiring) : worst;
    }

    private ExitCode identity(CloudProvider cloud) throws InterruptedException {
        try {
            fine(cloud.cloud() + ": reads " + cloud.inventory().accounts().size() + " accounts, "
                    + cloud.inventory().reach().types().size() + " types");
            return ExitCode.FINE;
        } catch (CloudException failed) {
            lacking(cloud.cloud() + ": " + words(failed.failure()));
            return ExitCode.NOT_ALL_READABLE;
        }
    }

    /** Reads everything once: only that shows which permission is missing where. */
    private ExitCode reach(Wiring wiring) throws InterruptedException {
        Coverage coverage = coverage(wiring);
        coverage.gaps().stream()
                .map(ScanGap::failure)
                .map(DoctorCommand::words)
                .distinct()
                .forEach(words -> lacking("can't read: " + words));
        coverage.unknownTags()
                .forEach((failure, resources) -> lacking("the tags of " + resources + " resources: " + words(failure)));
        if (coverage.isComplete()) {
            fine("everything in scope can be read");
            return ExitCode.FINE;
        }
        return ExitCode.NOT_ALL_READABLE;
    }

    private Coverage coverage(Wiring wiring) throws InterruptedException {
        try (ProgressLine progress = new ProgressLine(program.console().err(), program.isTerminal("err"))) {
            Patience patience = new Patience(Patience.UNLIMITED.longest(), progress::tell);
            return wiring.compliance()
                    .check()
                    .check(CheckRequest.EVERYTHING, patience)
                    .facts()
                    .coverage();
        }
    }

    private static String words(ReadFailure failure) {
        return failure.operation() + ", " + failure.kind().label() + ": " + failure.remedy();
    }

    private void fine(String text) {
        program.console().out().println("ok      " + text);
    }

    private void lacking(String text) {
        program.console().out().println("LACKING " + text);
    }
}
