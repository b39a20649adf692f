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
import java.util.ArrayList;
import java.util.List;

/**
 * The policy in a file. A change of the file is noticed at the next call; where what is new can't be used, the last good
 * policy stays in force and says so.
 */
public final class PolicyFile implements PolicySource {
    private static final Stamp GONE = new Stamp(-1, FileTime.fromMillis(0));

    /** What was read last, and the lists of values that it named. */
    private record Read(PolicyReading reading, List<Path> lists) {}

    private final Path file;
    private List<Path> lists;
    private List<Stamp> stamps;
    private PolicyInForce inForce;

    private PolicyFile(Path file, Stamp before, Read read, PolicyInForce inForce) {
        this.file = file;
        this.lists = read.lists();
        this.stamps = stamps(before, lists);
        this.inForce = inForce;
    }

    private record Stamp(long size, FileTime changed) {}

    /** @throws SettingsException with every problem, where there is no good policy to begin with */
    static PolicyFile open(Path file) {
        Stamp before = stamp(file);
        Read read = read(file);
        return switch (read.reading()) {
            case PolicyReading.Accepted accepted ->
                new PolicyFile(
                        file, before, read, new PolicyInForce(accepted.policy(), origin(file), new Health.Sound()));
            case PolicyReading.Rejected rejected ->
                throw new SettingsException(
                        Setting.POLICY, "policy " + file + " can't be used: " + words(rejected.problems()));
        };
    }

    /**
     * What a file holds: a policy, or every problem in it.
     *
     * @throws SettingsException where it can't be read at all
     */
    public static PolicyReading reading(Path file) {
        return read(file).reading();
    }

    @Override
    public synchronized PolicyInForce current() {
        List<Stamp> now = stamps(stamp(file), lists);
        if (!now.equals(stamps)) {
            inForce = now.getFirst().equals(GONE) ? stale("the policy file is gone") : reread();
            stamps = stamps(now.getFirst(), lists);
        }
        return inForce;
    }

    private PolicyInForce reread() {
        try {
            Read read = read(file);
            lists = read.lists();
            return judge(read.reading());
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

    private static Read read(Path file) {
        FilesBeside beside = new FilesBeside(file);
        try (InputStream in = Files.newInputStream(file)) {
            PolicyReading reading = PolicyReader.read(in.readNBytes(PolicyReader.LARGEST + 1), beside);
            return new Read(reading, beside.asked());
        } catch (IOException unreadable) {
            throw new SettingsException(
                    Setting.POLICY, "policy " + file + " can't be read; check that it is there and readable");
        }
    }

    /** The file's own is taken before it is read, so that a change meanwhile is seen at the next call. */
    private static List<Stamp> stamps(Stamp before, List<Path> lists) {
        List<Stamp> stamps = new ArrayList<>();
        stamps.add(before);
        lists.forEach(list -> stamps.add(stamp(list)));
        return stamps;
    }

    private static Stamp stamp(Path file) {
        try {
            return Files.isRegularFile(file) ? new Stamp(Files.size(file), Files.getLastModifiedTime(file)) : GONE;
        } catch (IOException replacedJustNow) {
            return GONE;
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
