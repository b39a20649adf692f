package io.tagcompliance.server.cli;

import io.tagcompliance.core.spi.AuditTrail.Corrupt;
import io.tagcompliance.server.settings.Settings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code audit verify}: is the audit trail as it was written? */
@Command(
        name = "verify",
        description = "Tells whether the audit trail is as it was written.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every record is as it was written",
            "1:a record was changed, is missing or was put in, or the whole trail is lost",
            "2:wrong use or settings, no trail, or one that is damaged",
            "4:the trail can't be read at the moment"
        })
final class AuditVerifyCommand implements Callable<Integer> {
    private final Program program;

    @Mixin
    private EstateOptions options = new EstateOptions();

    AuditVerifyCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Settings settings = program.configuration(options).settings();
        try {
            return tell(TrailReport.of(settings)).number();
        } catch (Corrupt damaged) {
            program.console().err().println("tag-compliance: the file is in " + settings.dataDir());
            throw damaged;
        }
    }

    private ExitCode tell(TrailReport found) {
        return switch (found.state()) {
            case INTACT -> {
                program.console().out().println(found.text());
                yield ExitCode.FINE;
            }
            case BROKEN, LOST -> {
                program.console().out().println(found.text());
                yield ExitCode.BELOW_THE_BAR;
            }
            case NONE -> {
                program.console().err().println("tag-compliance: " + found.text() + "; check --data-dir");
                yield ExitCode.WRONG_USE;
            }
        };
    }
}
