package io.tagcompliance.server.cli;

import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher by itself, with a stand-in for the JDK that writes down what it was started with. */
class LauncherTest {
    private static final String JAVA = """
            #!/bin/sh
            for argument in "$@"; do
              case $argument in -XX:AOTCacheOutput=* | -XX:ArchiveClassesAtExit=*) echo cache > "${argument#*=}"; exit 0 ;; esac
            done
            echo "$@"
            """;

    @TempDir
    Path directory;

    private Path library;

    @BeforeEach
    void install() throws IOException {
        Files.copy(Path.of("..", "tag-compliance"), directory.resolve("tag-compliance"));
        Path target = Files.createDirectories(directory.resolve("mcp-server/target/lib"));
        Files.writeString(target.resolveSibling("tag-compliance.jar"), "program");
        library = Files.writeString(target.resolve("core.jar"), "library");
        Path bin = Files.createDirectories(directory.resolve("jdk/bin"));
        Path java = Files.createFile(bin.resolve("java"), asFileAttribute(fromString("rwxr-xr-x")));
        Files.writeString(java, JAVA);
    }

    /** What the program was started with. */
    private String start() throws IOException, InterruptedException {
        ProcessBuilder launcher = new ProcessBuilder("sh", "tag-compliance", "check");
        launcher.directory(directory.toFile()).redirectErrorStream(true);
        launcher.environment().remove("TAG_COMPLIANCE_START_CACHE");
        launcher.environment()
                .putAll(Map.of(
                        "TAG_COMPLIANCE_JAVA_HOME",
                        directory.resolve("jdk").toString(),
                        "XDG_CACHE_HOME",
                        directory.resolve("cache").toString()));
        Process process = launcher.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    /** Starts, and waits for the cache that is made beside that, until nothing else lies there. */
    private Path startWithoutCache() throws IOException, InterruptedException {
        List<Path> before = list();
        assertThat(start()).doesNotContain("/cache/").contains("-jar", "check");
        Instant latest = Instant.now().plus(Duration.ofSeconds(20));
        List<Path> now = list();
        while ((now.size() != 1 || !isCache(now.getFirst()) || now.equals(before))
                && Instant.now().isBefore(latest)) {
            Thread.sleep(20);
            now = list();
        }
        assertThat(now).hasSize(1).allMatch(LauncherTest::isCache).isNotEqualTo(before);
        return now.getFirst();
    }

    private static boolean isCache(Path file) {
        return file.toString().endsWith(".aot") || file.toString().endsWith(".jsa");
    }

    private List<Path> list() throws IOException {
        Path caches = directory.resolve("cache/tag-compliance");
        if (!Files.exists(caches)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(caches)) {
            return files.toList();
        }
    }

    private void useJdk(String version) throws IOException {
        Files.writeString(directory.resolve("jdk/release"), "JAVA_VERSION=\"" + version + "\"\n");
    }

    @ParameterizedTest
    @CsvSource({"25.0.1, -XX:AOTCache=", "21.0.5, -XX:SharedArchiveFile="})
    void the_second_start_uses_the_cache_that_the_first_one_made(String version, String flag) throws Exception {
        useJdk(version);
        Path cache = startWithoutCache();

        assertThat(start()).contains(flag + cache);
    }

    @Test
    void a_library_that_was_built_anew_makes_the_cache_anew() throws Exception {
        useJdk("25.0.1");
        startWithoutCache();
        Files.writeString(library, "the same library, another version");
        Path anew = startWithoutCache();

        assertThat(start()).contains("-XX:AOTCache=" + anew);
    }
}
