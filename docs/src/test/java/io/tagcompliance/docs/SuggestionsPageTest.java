package io.tagcompliance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.advice.Abstention.Why;
import io.tagcompliance.core.advice.EvidenceClass;
import io.tagcompliance.server.cli.CommandLines;
import io.tagcompliance.server.cli.Console;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page about suggestions shows is what the program prints. */
class SuggestionsPageTest {
    @TempDir
    Path directory;

    @Test
    void the_table_is_the_one_that_the_command_prints() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(new ByteArrayInputStream(new byte[0]), out, new ByteArrayOutputStream());
        Map<String, String> environment = Map.of("HOME", directory.toString());
        CommandLines.of(console, environment, directory).run(new String[] {"suggest", "--evaluate", "--demo"});

        assertThat(page()).contains(out.toString(StandardCharsets.UTF_8).strip());
    }

    @Test
    void every_kind_of_evidence_and_every_reason_to_abstain_stands_on_it() throws IOException {
        for (EvidenceClass kind : EvidenceClass.values()) {
            assertThat(page()).contains("| `" + kind.label() + "`");
        }
        for (Why why : Why.values()) {
            assertThat(page()).contains("`" + why.label() + "`");
        }
    }

    private static String page() throws IOException {
        return Files.readString(Pages.ROOT.resolve("docs/suggestions.md"));
    }
}
