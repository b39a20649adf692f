package io.tagcompliance.server.cli;

import io.tagcompliance.core.check.DraftPolicy.Draft;
import io.tagcompliance.core.check.ResourceFilter;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.policy.json.PolicyWriter;
import io.tagcompliance.server.Wiring;
import io.tagcompliance.server.document.Counted;
import io.tagcompliance.server.settings.SettingsException;
import io.tagcompliance.server.tool.RefusalException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code policy init}: drafts a policy from the tags that the estate has, for a person to edit. */
@Command(
        name = "init",
        description = "Drafts a policy from the tags that the estate really has, for a person to edit.",
        mixinStandardHelpOptions = true)
final class PolicyInitCommand implements Callable<Integer> {
    private final Program program;

    @Mixin
    private EstateOptions options = new EstateOptions();

    @Option(names = "--out", paramLabel = "FILE", description = "Write it there; a file that exists is left as it is")
    private @Nullable Path file;

    PolicyInitCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (Wiring wiring = program.configuration(options).wiring();
                ProgressLine progress = new ProgressLine(program.console().err(), program.isTerminal("err"))) {
            Patience patience = new Patience(Patience.UNLIMITED.longest(), progress::tell);
            return written(wiring.compliance().draft().draft(ResourceFilter.EVERYTHING, patience))
                    .number();
        } catch (RefusalException refused) {
            program.console().err().println("tag-compliance: " + refused.getMessage());
            return ExitCode.WRONG_USE.number();
        }
    }

    private ExitCode written(Draft draft) {
        write(PolicyWriter.write(draft.policy()));
        program.console()
                .err()
                .println("tag-compliance: drafted " + draft.policy().required().size() + " required and "
                        + draft.policy().optional().size() + " optional tags from "
                        + Counted.of(draft.known(), "resource")
                        + "; edit it, then 'policy validate' and 'check --policy' it");
        if (draft.unknown() > 0 || !draft.coverage().gaps().isEmpty()) {
            program.console()
                    .err()
                    .println("tag-compliance: not everything was read ("
                            + Counted.of(draft.coverage().gaps().size(), "gap") + ", unknown tags on "
                            + Counted.of(draft.unknown(), "resource") + "); 'check' says what");
            return ExitCode.NOT_ALL_READABLE;
        }
        return ExitCode.FINE;
    }

    private void write(String text) {
        if (file == null) {
            program.console().out().print(text);
            return;
        }
        try {
            Files.writeString(program.workingDirectory().resolve(file), text, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException there) {
            throw new SettingsException(file + " is there already and was left as it is; name another file");
        } catch (IOException failed) {
            throw new SettingsException(file + " can't be written; check the directory and its permissions");
        }
    }
}
