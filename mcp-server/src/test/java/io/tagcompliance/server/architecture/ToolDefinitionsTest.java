package io.tagcompliance.server.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.server.handout.Handouts;
import io.tagcompliance.server.tool.Cursors;
import io.tagcompliance.server.tool.ToolCatalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The definitions of the tools, which are a contract with clients. They are kept as files and compared in every run: a
 * change of contract is seen as one. {@code -Dupdate.snapshots=true} writes the files anew.
 */
class ToolDefinitionsTest {
    private static final Path SNAPSHOTS = Path.of("src/test/resources/tools");

    @TempDir
    private static Path dataDirectory;

    private static ToolDefinitions definitions = new ToolDefinitions("", List.of());

    @BeforeAll
    static void list() throws IOException {
        definitions = ToolDefinitions.listed(dataDirectory);
    }

    @Test
    void every_tool_of_the_catalogue_is_listed_in_its_order() {
        ToolCatalogue catalogue = ToolCatalogue.over(
                () -> {
                    throw new AssertionError("listing tools opens no estate");
                },
                new Cursors(),
                Handouts.in(Path.of("target", "handouts"), InstantSource.system()),
                String::strip);

        assertThat(definitions.tools())
                .extracting(tool -> tool.path("name").textValue())
                .isEqualTo(catalogue.names())
                .isNotEmpty();
    }

    @Test
    void every_tool_keeps_the_rules() {
        assertThat(definitions.tools())
                .allSatisfy(tool -> assertThat(ToolLint.faults(tool)).isEmpty());
    }

    @Test
    void the_rules_find_each_fault() throws IOException {
        assertThat(ToolLint.faults(ToolDefinitions.JSON.readTree("""
                        {"name": "checkTags", "description": "%s\\nb\\nc\\nd",
                         "inputSchema": {"type": "object", "properties": {"resourceType": {}, "filters":
                            {"type": "object", "properties": {"Region": {}}}}},
                         "annotations": {"readOnlyHint": true, "idempotentHint": "yes"}}""".formatted("a".repeat(600)))))
                .containsExactlyInAnyOrder(
                        "no title",
                        "checkTags is not in snake_case",
                        "the description has more than 600 characters",
                        "the description has more than 3 lines",
                        "no output schema",
                        "inputSchema allows unknown properties",
                        "filters allows unknown properties",
                        "resourceType is not in snake_case",
                        "Region is not in snake_case",
                        "destructiveHint is not said",
                        "idempotentHint is not said",
                        "openWorldHint is not said");
    }

    @Test
    void the_whole_list_fits_a_client_s_context() {
        int tools = definitions.tools().size();

        assertThat(definitions.answer().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(6_000 * tools);
    }

    @Test
    void every_definition_is_as_it_was() throws IOException {
        Map<String, String> now = new TreeMap<>();
        for (JsonNode tool : definitions.tools()) {
            now.put(tool.path("name").textValue() + ".json", text(tool));
        }
        if (Boolean.getBoolean("update.snapshots")) {
            update(now);
        }

        assertThat(now.keySet()).isEqualTo(new TreeSet<>(snapshots()));
        for (Map.Entry<String, String> definition : now.entrySet()) {
            assertThat(definition.getValue())
                    .as("the definition of a tool is a contract; if the change is meant, -Dupdate.snapshots=true")
                    .isEqualTo(Files.readString(SNAPSHOTS.resolve(definition.getKey())));
        }
    }

    private static String text(JsonNode tool) throws IOException {
        ObjectNode sorted = ToolDefinitions.JSON.createObjectNode();
        for (String part : List.of("name", "title", "description", "annotations", "inputSchema", "outputSchema")) {
            sorted.set(part, tool.path(part));
        }
        assertThat(tool.size()).as("parts of a definition").isEqualTo(sorted.size());
        return ToolDefinitions.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(sorted) + "\n";
    }

    private static List<String> snapshots() throws IOException {
        try (Stream<Path> files = Files.list(SNAPSHOTS)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static void update(Map<String, String> now) throws IOException {
        Files.createDirectories(SNAPSHOTS);
        for (String old : snapshots()) {
            Files.delete(SNAPSHOTS.resolve(old));
        }
        for (Map.Entry<String, String> definition : now.entrySet()) {
            Files.writeString(SNAPSHOTS.resolve(definition.getKey()), definition.getValue());
        }
    }
}
