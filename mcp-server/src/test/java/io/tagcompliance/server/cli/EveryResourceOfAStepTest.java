package io.tagcompliance.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagcompliance.server.ProgramRun;
import io.tagcompliance.server.ProgramRun.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A report names some of the resources of a step, and says how to get all of them. */
class EveryResourceOfAStepTest {
    @TempDir
    Path directory;

    private ProgramRun run(String... command) {
        return Setup.in(directory).run(command);
    }

    private JsonNode report(String audience) {
        return run("report", "--demo", "--audience", audience, "--format", "json")
                .json();
    }

    @ParameterizedTest
    @ValueSource(strings = {"executive", "engineering"})
    void each_step_says_how_many_it_does_not_name_and_what_lists_all(String audience) {
        JsonNode steps = report(audience).path("recommendations");

        assertThat(steps).isNotEmpty().allSatisfy(step -> {
            assertThat(step.path("some").size() + step.path("not_listed").asInt())
                    .isEqualTo(step.path("resources").asInt());
            assertThat(step.at("/list_all/tool").asText()).isEqualTo("export_violations_csv");
            assertThat(step.at("/list_all/rule_ids/0")).isEqualTo(step.path("rule_id"));
        });
        for (String format : List.of("markdown", "csv", "html")) {
            String document = run("report", "--demo", "--audience", audience, "--format", format)
                    .out()
                    .replace("\\", "");
            assertThat(steps)
                    .allSatisfy(step -> assertThat(document)
                            .contains("export --rule " + step.path("rule_id").asText() + " --out FILE"));
        }
    }

    @Test
    void what_lists_all_of_a_step_lists_as_many_as_the_report_counts() throws IOException {
        Map<String, Integer> counted = new TreeMap<>();
        report("engineering")
                .path("recommendations")
                .forEach(step -> counted.merge(
                        step.path("rule_id").asText() + " " + step.path("issue").asText(),
                        step.path("resources").asInt(),
                        Integer::sum));
        Map<String, Integer> listed = new TreeMap<>();
        for (String rule : counted.keySet().stream()
                .map(both -> both.substring(0, both.indexOf(' ')))
                .collect(Collectors.toSet())) {
            list(rule)
                    .valueStream()
                    .collect(Collectors.groupingBy(
                            row -> rule + " " + row.path("issue").asText(),
                            Collectors.mapping(row -> row.path("resource_id").asText(), Collectors.toSet())))
                    .forEach((step, resources) -> listed.put(step, resources.size()));
        }

        assertThat(listed).isNotEmpty().isEqualTo(counted);
    }

    private JsonNode list(String rule) throws IOException {
        ProgramRun run = run("export", "--demo", "--rule", rule, "--out", "list.json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode rows = ProgramRun.parse(Files.readString(directory.resolve("list.json")));
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.path("rule_id").asText()).isEqualTo(rule));
        assertThat(run.out()).contains("%,d rows".formatted(rows.size()));
        return rows;
    }
}
