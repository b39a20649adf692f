package io.tagcompliance.snapshot;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.evaluation.CompiledPolicy;
import io.tagcompliance.core.evaluation.Lineage;
import io.tagcompliance.core.evaluation.Subject;
import io.tagcompliance.core.evaluation.Verdict;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.policy.json.PolicyReader;
import io.tagcompliance.policy.json.PolicyReading;
import io.tagcompliance.testkit.CollectingSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page about estate files says, held against what is so. */
class EstateFilesPageTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Path PAGE = Path.of("..", "docs", "estate-files.md");

    @TempDir
    private Path directory;

    @Test
    void its_examples_can_be_read_and_say_the_same() throws Exception {
        CollectingSink lines = scan(write("jsonl", "json"));
        CollectingSink table = scan(write("csv", "csv"));

        assertThat(lines.resources()).hasSize(2).extracting(Resource::id).containsExactlyElementsOf(ids(table));
        assertThat(lines.gaps()).hasSize(1).isEqualTo(table.gaps());
    }

    @Test
    void it_names_every_column() throws IOException {
        assertThat(Column.labels())
                .allSatisfy(label -> assertThat(Files.readString(PAGE)).contains("| `" + label + "` |"));
    }

    @Test
    void it_names_every_account_of_the_demo_with_its_counts() throws Exception {
        String page = Files.readString(PAGE);
        Map<String, List<Resource>> accounts = demo().stream()
                .collect(groupingBy(resource -> resource.location().account().text()));

        assertThat(accounts)
                .hasSize(12)
                .allSatisfy((account, resources) -> assertThat(page)
                        .containsPattern("\\| `" + account + "` \\| [^|]+ \\| " + figures(resources) + " \\|"));
        assertThat(page).contains("| **2,500** | **%d** | **%s** |".formatted(untagged(demo()), percent(demo())));
    }

    private static String figures(List<Resource> resources) {
        return "%d \\| %d \\| %s".formatted(resources.size(), untagged(resources), percent(resources));
    }

    private static long untagged(List<Resource> resources) {
        return resources.stream()
                .filter(resource -> resource.tags().equals(TagReading.known(Map.of())))
                .count();
    }

    private static String percent(List<Resource> resources) {
        CompiledPolicy policy =
                CompiledPolicy.of(((PolicyReading.Accepted) PolicyReader.read(DemoEstate.policyJson())).policy());
        long compliant = resources.stream()
                .filter(resource ->
                        ((Verdict.Judged) policy.judge(Subject.of(resource, Lineage.NONE), NOW)).compliant())
                .count();
        return String.format(Locale.ROOT, "%.0f %%", 100.0 * compliant / resources.size());
    }

    private static List<Resource> demo() throws InterruptedException {
        List<Resource> estate = new ArrayList<>();
        for (CloudProvider cloud : DemoEstate.clouds()) {
            CollectingSink scan = new CollectingSink();
            cloud.inventory().scan(Scope.EVERYTHING, scan);
            estate.addAll(scan.resources());
        }
        return estate;
    }

    private Path write(String ending, String language) throws IOException {
        String block =
                Files.readString(PAGE).split("```" + language + "\n", 2)[1].split("```", 2)[0];
        return Files.writeString(directory.resolve("estate." + ending), block);
    }

    private static CollectingSink scan(Path file) throws InterruptedException {
        CollectingSink scan = new CollectingSink();
        EstateFile.open(file).clouds().getFirst().inventory().scan(Scope.EVERYTHING, scan);
        return scan;
    }

    private static List<ResourceId> ids(CollectingSink scan) {
        return scan.resources().stream().map(Resource::id).toList();
    }
}
