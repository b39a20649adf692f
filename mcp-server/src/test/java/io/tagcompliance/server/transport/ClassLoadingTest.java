package io.tagcompliance.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Start-up is what a client waits for, so each era loads its own front end alone. */
@Timeout(60)
class ClassLoadingTest {
    @TempDir
    Path directory;

    @Test
    void a_modern_client_never_waits_for_the_sdk_to_load() throws Exception {
        String loaded = loadedBy(ModernMessages.request(1, "server/discover"), ModernMessages.request(2, "tools/list"));

        assertThat(loaded)
                .contains("io.tagcompliance.server.transport.modern.ModernFrontEnd")
                .doesNotContain("io.modelcontextprotocol.", "reactor.core.", "software.amazon.awssdk.");
    }

    @Test
    void a_classic_client_never_waits_for_the_modern_front_end_to_load() throws Exception {
        String loaded = loadedBy(Messages.INITIALIZE, Messages.listTools(1));

        assertThat(loaded)
                .contains("io.modelcontextprotocol.server.McpServer")
                .doesNotContain("transport.modern.ModernFrontEnd", "software.amazon.awssdk.");
    }

    private String loadedBy(String... messages) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:stderr",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.tagcompliance.server.Main",
                        "serve",
                        "--demo",
                        "--data-dir",
                        directory.toString()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (OutputStream out = process.getOutputStream()) {
            out.write((String.join("\n", messages) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
