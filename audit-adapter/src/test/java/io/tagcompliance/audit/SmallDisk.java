package io.tagcompliance.audit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A directory with a small file system of its own, in a process of its own. Needs the right to mount, or namespaces for users. */
final class SmallDisk {
    private SmallDisk() {}

    /** How a program ended that was given such a directory. Where nobody may mount, the test is passed over, and says so. */
    static int runOn(Path directory, Class<?> program) throws IOException, InterruptedException {
        String mount = "mount -t tmpfs -o size=3m tmpfs '" + directory + "'";
        List<String> apart = List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c");
        assumeTrue(
                succeeds(apart, mount),
                "NOT TESTED: disk full, since this machine lets nobody mount a small file system");

        List<String> before = new ArrayList<>(apart);
        before.addAll(List.of(mount + " && exec \"$@\"", "sh"));
        Process process = WritingProcess.start(program, before, directory.toString());
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("the program doesn't end");
        }
        return process.exitValue();
    }

    private static boolean succeeds(List<String> before, String script) throws InterruptedException {
        List<String> command = new ArrayList<>(before);
        command.add(script);
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    /** Writes a file until nothing more fits. */
    static void fill(Path file) throws IOException {
        try (OutputStream rest = Files.newOutputStream(file)) {
            while (true) {
                rest.write(new byte[4_096]);
            }
        } catch (IOException full) {
            if (Files.size(file) > 4_000_000) {
                throw new AssertionError("this is no small file system", full);
            }
        }
    }
}
