package io.tagcompliance.server;

import io.tagcompliance.core.spi.PolicySource;
import io.tagcompliance.policy.json.PolicyProblem;
import io.tagcompliance.policy.json.PolicyReader;
import io.tagcompliance.policy.json.PolicyReading;
import io.tagcompliance.server.settings.Setting;
import io.tagcompliance.server.settings.SettingsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/**
 * The policy in a file. A change of the file is noticed at the next call; where what is new can't be used, the last good
 * policy stays in force and says so.
 */
public final class PolicyFile implements PolicySource {
    private static final Stamp GONE = new Stamp(-1, FileTime.fromMillis(0));

    private final Path file;
    private Stamp stamp;
    private PolicyInForce inForce;

    private PolicyFile(Path file, Stamp stamp, PolicyInForce inForce) {
        this.file = file;
        this.stamp = stamp;
        this.inForce = inForce;
    }

    private record Stamp(long size, FileTime changed) {}

    /** @throws SettingsException with every problem, where there is no good policy to begin with */
    static PolicyFile open(Path file) {
        Stamp stamp = stampOf(file);
        return switch (read(file)) {
            case PolicyReading.Accepted accepted ->
                new PolicyFile(file, stamp, new PolicyInForce(accepted.policy(), origin(file), new Health.Sound()));
            case PolicyReading.Rejected rejected ->
                throw new SettingsException(
                        Setting.POLICY, "policy " + file + " can't be used: " + words(rejected.problems()));
        };
    }

    /** Every problem of a file, none where it is a good policy. */
    public static List<PolicyProblem> problems(Path file) {
        return switch (read(file)) {
            case PolicyReading.Accepted accepted -> List.of();
            case PolicyReading.Rejected rejected -> rejected.problems();
        };
    }

    @Override
    public synchronized PolicyInForce current() {
        Stamp now = stampNow();
        if (!now.equals(stamp)) {
            inForce = now.size() < 0 ? stale("the policy file is gone") : reread();
            stamp = now;
        }
        return inForce;
    }

    private Stamp stampNow() {
        try {
            return Files.isRegularFile(file) ? stampOf(file) : GONE;
        } catch (SettingsException replacedJustNow) {
            return GONE;
        }
    }

    private PolicyInForce reread() {
        try {
            return judge(read(file));
        } catch (SettingsException unreadable) {
            return stale("the policy file was changed and can't be read");
        }
    }

    private PolicyInForce judge(PolicyReading reading) {
        return switch (reading) {
            case PolicyReading.Accepted accepted ->
                new PolicyInForce(accepted.policy(), origin(file), new Health.Sound());
            case PolicyReading.Rejected rejected ->
                stale("the policy file was changed and can't be used ("
                        + rejected.problems().size() + " problems; run 'tag-compliance policy validate')");
        };
    }

    private PolicyInForce stale(String problem) {
        return new PolicyInForce(
                inForce.policy(),
                inForce.origin(),
                new Health.NewerOneRejected(problem + "; the last good policy stays in force"));
    }

    private static PolicyReading read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return PolicyReader.read(in.readNBytes(PolicyReader.LARGEST + 1));
        } catch (IOException unreadable) {
            throw new SettingsException(
                    Setting.POLICY, "policy " + file + " can't be read; check that it is there and readable");
        }
    }

    private static Stamp stampOf(Path file) {
        try {
            return new Stamp(Files.size(file), Files.getLastModifiedTime(file));
        } catch (IOException unreadable) {
            throw new SettingsException(
                    Setting.POLICY, "policy " + file + " can't be read; check that it is there and readable");
        }
    }

    private static String origin(Path file) {
        return "file " + file.getFileName();
    }

    private static String words(List<PolicyProblem> problems) {
        String first = String.join(
                "; ", problems.stream().limit(10).map(PolicyProblem::toString).toList());
        return problems.size() <= 10 ? first : first + "; and " + (problems.size() - 10) + " more";
    }
}
