package io.tagcompliance.server.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.server.transport.http.McpMount;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** The conformance suite of the protocol, where Node and the suite are installed; elsewhere this says what is missing. */
class ConformanceTest {
    private static final Path INTEROP =
            Path.of("..", "interop").toAbsolutePath().normalize();
    private static final int OLDEST_NODE = 22;

    @Test
    @Timeout(300)
    void every_scored_server_scenario_of_both_revisions_passes() throws Exception {
        Path node = node().orElseGet(() -> missing("Node " + OLDEST_NODE + " or newer on the PATH, or NODE naming it"));
        if (!Files.exists(INTEROP.resolve("node_modules/@modelcontextprotocol/conformance"))) {
            missing("the suite: run 'npm ci' in interop/");
        }
        try (McpMount mount = ConformanceServer.mount()) {
            Process run = new ProcessBuilder(
                            node.toString(), "conformance.mjs", "http://localhost:" + mount.port() + McpMount.PATH)
                    .directory(INTEROP.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(run.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(run.exitValue()).as(said).isZero();
            assertThat(said)
                    .contains(
                            "2025-11-25: 30 of 30 scored scenarios pass",
                            "2026-07-28: 37 of 37 scored scenarios pass",
                            "TypeScript SDK 1.32.2 over HTTP: settles on 2025-11-25",
                            "TypeScript client 2.4.0 over HTTP: settles on 2026-07-28");
        }
    }

    /** A test that is passed over must be seen to be. */
    private static Path missing(String what) {
        LoggerFactory.getLogger(ConformanceTest.class).warn("the conformance suite was NOT run; it needs {}", what);
        return Assumptions.abort("the conformance suite was not run; it needs " + what);
    }

    private static Optional<Path> node() {
        Stream<Path> named = Stream.ofNullable(System.getenv("NODE")).map(Path::of);
        Stream<Path> found =
                Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(directory -> Path.of(directory, "node"));
        return Stream.concat(named, found).filter(ConformanceTest::isNewEnough).findFirst();
    }

    private static boolean isNewEnough(Path node) {
        if (!Files.isExecutable(node)) {
            return false;
        }
        try {
            Process asked = new ProcessBuilder(node.toString(), "--version").start();
            String version = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher major = Pattern.compile("v(\\d+)\\..*", Pattern.DOTALL).matcher(version);
            return major.matches() && Integer.parseInt(major.group(1)) >= OLDEST_NODE;
        } catch (IOException noProgram) {
            return false;
        }
    }
}
