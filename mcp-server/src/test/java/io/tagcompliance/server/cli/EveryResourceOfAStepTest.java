package io.tagcompliance.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagcompliance.server.ProgramRun;
import io.tagcompliance.server.ProgramRun.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private JsonNode report(String audience, List<String> scope) {
        List<String> words = new ArrayList<>(List.of("report", "--demo", "--audience", audience, "--format", "json"));
        words.addAll(scope);
        return run(words.toArray(String[]::new)).json();
    }

    @ParameterizedTest
    @ValueSource(strings = {"executive", "engineering"})
    void each_step_says_how_many_it_does_not_name_and_what_lists_all(String audience) {
        JsonNode steps = report(audience, List.of()).path("recommendations");

        assertThat(steps).isNotEmpty().allSatisfy(step -> {
            assertThat(step.path("some").size() + step.path("not_listed").asInt())
                    .isEqualTo(step.path("resources").asInt());
            assertThat(step.at("/list_all/tool").asText()).isEqualTo("export_violations_csv");
            assertThat(step.at("/list_all/rule_ids/0")).isEqualTo(step.path("rule_id"));
            assertThat(step.at("/list_all/severity").asText()).isEqualTo("errors_only");
        });
        for (String format : List.of("markdown", "csv", "html")) {
            String document = run("report", "--demo", "--audience", audience, "--format", format)
                    .out()
                    .replace("\\", "");
            assertThat(steps)
                    .allSatisfy(step -> assertThat(document)
                            .contains(step.at("/list_all/command").asText()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--type rds:db,ec2:instance",
                "--cloud aws --region eu-central-1",
                "--tag Environment=production"
            })
    void the_command_of_each_step_lists_as_many_as_it_says_within_the_scope_of_the_report(String scope)
            throws IOException {
        List<String> narrowed = scope.isEmpty() ? List.of() : List.of(scope.split(" "));
        JsonNode steps = report("engineering", narrowed).path("recommendations");

        Map<String, Set<String>> lists = new HashMap<>();
        assertThat(steps).isNotEmpty();
        for (JsonNode step : steps) {
            String command = step.at("/list_all/command").asText();
            if (!lists.containsKey(command)) {
                lists.put(command, list(command));
            }
            Set<String> listed = lists.getOrDefault(command, Set.of());
            assertThat(listed).hasSize(step.at("/list_all/resources").asInt());
            assertThat(listed)
                    .hasSizeGreaterThanOrEqualTo(step.path("resources").asInt());
            assertThat(listed)
                    .containsAll(step.path("some")
                            .valueStream()
                            .map(JsonNode::asText)
                            .toList());
        }
    }

    @Test
    void a_rule_that_the_policy_does_not_have_is_refused_with_the_nearest_and_a_comma_parts_no_id() {
        ProgramRun slip = run("export", "--demo", "--rule", "ownr", "--out", "list.csv");
        ProgramRun comma = run("export", "--demo", "--rule", "owner,environment", "--out", "list.csv");

        assertThat(slip.exitCode()).isEqualTo(2);
        assertThat(slip.err()).contains("did you mean 'owner'");
        assertThat(comma.exitCode()).isEqualTo(2);
        assertThat(comma.err()).contains("a text of 17 characters");
        assertThat(directory.resolve("list.csv")).doesNotExist();
    }

    private Set<String> list(String command) throws IOException {
        List<String> words = new ArrayList<>(List.of(command.replace("'", "").split(" ")));
        assertThat(words.removeFirst()).isEqualTo("tag-compliance");
        words.set(words.size() - 1, "list.json");
        words.add("--demo");
        ProgramRun run = run(words.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return ProgramRun.parse(Files.readString(directory.resolve("list.json")))
                .valueStream()
                .map(row -> row.path("resource_id").asText())
                .collect(Collectors.toSet());
    }
}
