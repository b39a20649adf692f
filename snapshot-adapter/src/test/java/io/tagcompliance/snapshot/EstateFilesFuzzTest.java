package io.tagcompliance.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.testkit.CollectingSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whatever the bytes of an estate file are, they are an estate, or one clear line says what is wrong. */
class EstateFilesFuzzTest {
    @FuzzTest(maxDuration = "1m")
    void json_lines_are_an_estate_or_one_line(byte[] file) throws IOException, InterruptedException {
        read(".jsonl", file);
    }

    @FuzzTest(maxDuration = "1m")
    void csv_is_an_estate_or_one_line(byte[] file) throws IOException, InterruptedException {
        read(".csv", file);
    }

    private static void read(String form, byte[] bytes) throws IOException, InterruptedException {
        Path file = Files.createTempFile("estate", form);
        try {
            Files.write(file, bytes);
            for (CloudProvider cloud : EstateFile.open(file).clouds()) {
                CollectingSink sink = new CollectingSink();
                cloud.inventory().scan(Scope.EVERYTHING, sink);
                assertThat(sink.resources())
                        .allMatch(resource -> resource.id().cloud().equals(cloud.cloud()));
            }
        } catch (EstateFileException wrong) {
            assertThat(wrong.getMessage()).isNotBlank().doesNotContain("\n", "com.fasterxml", "java.");
        } finally {
            Files.delete(file);
        }
    }
}
