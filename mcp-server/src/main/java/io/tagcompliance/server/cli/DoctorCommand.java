package io.tagcompliance.server.cli;

import io.tagcompliance.core.check.Coverage;
import io.tagcompliance.core.check.ResourceFilter;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.core.spi.AuditTrail;
import io.tagcompliance.core.spi.CloudException;
import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.core.spi.PolicySource.PolicyInForce;
import io.tagcompliance.policy.PolicyAdvice;
import io.tagcompliance.server.Wiring;
import io.tagcompliance.server.document.Counted;
import io.tagcompliance.server.settings.DataDirectories;
import io.tagcompliance.server.settings.RawSettings;
import io.tagcompliance.server.settings.Setting;
import io.tagcompliance.server.settings.Settings;
import io.tagcompliance.server.settings.SettingsException;
import io.tagcompliance.server.tool.RefusalException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code doctor}: can this program do its work here, and what does it lack? */
@Command(
        name = "doctor",
        description = "Tells whether everything is in place: JDK, data directory, audit trail, policy,"
                + " credentials, permissions, bill.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    private final Program program;

    @Mixin
    private EstateOptions options = new EstateOptions();

    private ExitCode worst = ExitCode.FINE;

    DoctorCommand(Program program) {
        this.program = program;
    }

    /** Whatever is wrong, the rest is looked at too. */
    @Override
    public Integer call() throws InterruptedException {
        fine("JDK " + Runtime.version());
        Workable workable = workable();
        Settings settings = workable.settings();
        dataDirectory(settings);
        trail(settings);
        try (Wiring wiring = workable.wiring()) {
            if (workable.has(Setting.POLICY)) {
                PolicyInForce policy = wiring.policy().current();
                policy(policy);
            }
            if (workable.has(Setting.CLOUDS)) {
                worst = worst.orWorse(clouds(wiring));
            }
            if (workable.has(Setting.BILL)) {
                bill(BillReport.of(workable.settings(), wiring));
            }
        } catch (RefusalException refused) {
            wrong(refused.getMessage());
        }
        return worst.number();
    }

    private void policy(PolicyInForce policy) {
        int warnings = PolicyAdvice.on(policy.policy()).size();
        fine("policy version %s, %s%s"
                .formatted(
                        policy.policy().header().version(),
                        policy.origin(),
                        warnings == 0 ? "" : ", with warnings (" + warnings + "): policy validate tells them"));
    }

    private Workable workable() {
        RawSettings raw = RawSettings.read(
                options.given(),
                program.environment(),
                program.workingDirectory(),
                problem -> wrong(problem.getMessage()));
        Workable workable = new Workable(raw, program.environment(), this::wrong);
        if (options.isContradictory()) {
            wrong(EstateOptions.CONTRADICTION);
            workable.leaveOut(Setting.CLOUDS);
        }
        return workable;
    }

    private void dataDirectory(Settings settings) {
        try {
            DataDirectories.require(settings.dataDir());
            fine("data directory " + settings.dataDir() + " can be written");
        } catch (SettingsException wrong) {
            wrong(wrong.getMessage());
        }
    }

    private void trail(Settings settings) {
        try {
            TrailReport found = TrailReport.of(settings);
            switch (found.state()) {
                case INTACT -> fine("audit trail " + found.text());
                case NONE -> fine("audit trail: none yet; the first call begins one");
                case BROKEN ->
                    wrong("audit trail " + found.text() + "; keep a copy of " + settings.dataDir()
                            + " and ask who can write there");
                case LOST ->
                    wrong("audit trail " + found.text()
                            + "; put it back from a backup, or the next call begins a new one");
            }
        } catch (AuditTrail.Corrupt damaged) {
            wrong(damaged.getMessage() + " (in " + settings.dataDir() + ")");
        } catch (AuditTrail.Unavailable unavailable) {
            lacking(unavailable.getMessage());
            worst = worst.orWorse(ExitCode.REFUSED);
        }
    }

    private void bill(BillReport found) {
        switch (found.state()) {
            case FINE -> fine("bill: " + found.text());
            case UNREADABLE -> {
                lacking("bill: " + found.text());
                worst = worst.orWorse(ExitCode.NOT_ALL_READABLE);
            }
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
            fine(cloud.cloud() + ": reads "
                    + Counted.of(cloud.inventory().accounts().size(), "account") + ", "
                    + Counted.of(cloud.inventory().reach().types().size(), "type"));
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
                .forEach((failure, resources) ->
                        lacking("the tags of " + Counted.of(resources, "resource") + ": " + words(failure)));
        if (coverage.isComplete()) {
            fine("everything in scope can be read");
            return ExitCode.FINE;
        }
        return ExitCode.NOT_ALL_READABLE;
    }

    /** A check would ask the bill too, and go into the history; a draft asks for resources alone. */
    private Coverage coverage(Wiring wiring) throws InterruptedException {
        try (ProgressLine progress = new ProgressLine(program.console().err(), program.isTerminal("err"))) {
            Patience patience = new Patience(Patience.UNLIMITED.longest(), progress::tell);
            return wiring.compliance()
                    .draft()
                    .draft(ResourceFilter.EVERYTHING, patience)
                    .coverage();
        }
    }

    private static String words(ReadFailure failure) {
        return failure.operation() + ", " + failure.kind().label() + ": " + failure.remedy();
    }

    private void fine(String text) {
        program.console().out().println("ok      " + text);
    }

    private void wrong(String text) {
        lacking(text);
        worst = ExitCode.WRONG_USE;
    }

    private void lacking(String text) {
        program.console().out().println("LACKING " + text);
    }
}
