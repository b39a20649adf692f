package io.tagcompliance.server.cli;

import io.tagcompliance.core.spi.AuditTrail.Corrupt;
import io.tagcompliance.core.spi.AuditTrail.Verification;
import io.tagcompliance.server.Wiring;
import io.tagcompliance.server.settings.Settings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code audit verify}: is the audit trail as it was written? */
@Command(
        name = "verify",
        description = "Tells whether the audit trail is as it was written.",
        mixinStandardHelpOptions = true)
final class AuditVerifyCommand implements Callable<Integer> {
    private final Program program;

    @Mixin
    private EstateOptions options = new EstateOptions();

    AuditVerifyCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Settings settings = program.settings(options);
        try (Wiring wiring = Wiring.of(settings)) {
            return tell(wiring.audit().verify()).number();
        } catch (Corrupt damaged) {
            program.console().err().println("tag-compliance: the file is in " + settings.dataDir());
            throw damaged;
        }
    }

    private ExitCode tell(Verification verification) {
        return switch (verification) {
            case Verification.Intact intact -> {
                program.console().out().println("intact: " + intact.records() + " records");
                yield ExitCode.FINE;
            }
            case Verification.Broken broken -> {
                program.console().out().println("BROKEN: record " + broken.record() + " " + broken.what());
                yield ExitCode.BELOW_THE_BAR;
            }
        };
    }
}
