package io.tagcompliance.audit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process of its own that writes into a trail. */
final class WritingProcess {
    private WritingProcess() {}

    /** The directory, the name of the process, and how many calls it records. */
    public static void main(String[] arguments) {
        try (SqliteAuditTrail trail = TrailFixture.trailIn(Path.of(arguments[0]))) {
            for (int call = 0; call < Integer.parseInt(arguments[2]); call++) {
                trail.intent(TrailFixture.intent(arguments[1] + "-" + call));
                trail.result(TrailFixture.result(arguments[1] + "-" + call));
            }
            if (arguments.length > 3) {
                Runtime.getRuntime().halt(9);
            }
        }
    }

    static Process start(Class<?> program, List<String> before, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path")));
        command.add(program.getName());
        command.addAll(List.of(arguments));
        File output = Files.createTempFile("process", ".txt").toFile();
        output.deleteOnExit();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(output))
                .start();
    }
}
