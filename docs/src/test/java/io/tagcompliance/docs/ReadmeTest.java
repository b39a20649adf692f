package io.tagcompliance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.check.ResourceViolations;
import io.tagcompliance.core.check.Score;
import io.tagcompliance.policy.json.PolicyReader;
import io.tagcompliance.policy.json.PolicyReading;
import io.tagcompliance.server.cli.CommandLines;
import io.tagcompliance.server.cli.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README says is so. */
class ReadmeTest {
    @TempDir
    private Path directory;

    @Test
    void it_is_read_in_one_go() throws IOException {
        assertThat(readme().lines().count()).isLessThan(150);
    }

    @Test
    void its_example_is_the_one_that_is_compiled() throws IOException {
        String source = Pages.text("docs/src/test/java/io/tagcompliance/docs/EmbeddingExample.java");
        String example =
                source.split("// begin of the example\n", 2)[1].split("        // end of the example", 2)[0].replaceAll(
                        "(?m)^ {8}", "");

        assertThat(Pages.blocks(readme(), "java")).containsExactly(example);
        assertThat(example.lines().count()).isLessThanOrEqualTo(12);
    }

    @Test
    void its_example_runs_with_its_policy() throws Exception {
        Path policy = Files.writeString(directory.resolve("policy.json"), policy());
        Path estate = Files.writeString(directory.resolve("estate.jsonl"), """
                {"resource_id":"arn:aws:s3:::invoices","resource_type":"s3:bucket","account_id":"123456789012",\
                "region":"eu-west-1","tags":{"Owner":"team-shop","Environment":"production"}}
                {"resource_id":"arn:aws:s3:::drafts","resource_type":"s3:bucket","account_id":"123456789012",\
                "region":"eu-west-1","tags":{}}
                """);
        List<ResourceViolations> reported = new ArrayList<>();

        Score score = EmbeddingExample.check(policy, estate, reported::add);

        assertThat(score).isEqualTo(new Score.Known(0.5));
        assertThat(reported).extracting(found -> found.resource().name()).containsExactly("drafts");
    }

    @Test
    void its_policy_is_accepted_and_has_ten_lines() throws IOException {
        assertThat(PolicyReader.read(policy().getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(PolicyReading.Accepted.class);
        assertThat(policy().lines().count()).isLessThanOrEqualTo(10);
    }

    @Test
    void its_commands_exist() throws IOException {
        List<String> commands = Pattern.compile("(?m)^\\| `([a-z]+)( [a-z]+)?[^`]*` \\|")
                .matcher(section("## Commands"))
                .results()
                .map(row -> row.group(1))
                .toList();

        assertThat(commands)
                .hasSize(10)
                .allSatisfy(command -> assertThat(help()).contains("\n  " + command + " "));
    }

    @Test
    void its_exit_codes_are_those_of_the_help() throws IOException {
        List<String> codes = Pattern.compile("(?m)^\\| (\\d) \\| (.*) \\|$")
                .matcher(section("## Exit codes"))
                .results()
                .map(row -> "  " + row.group(1) + "   " + row.group(2))
                .toList();

        assertThat(help().lines()).containsAll(codes);
        assertThat(codes).hasSize(5);
    }

    @Test
    void its_transcript_is_what_the_demo_prints() throws IOException {
        String printed = run("demo", "--data-dir", directory.toString());
        List<String> shown = Pages.blocks(readme(), "text")
                .getFirst()
                .lines()
                .filter(line -> !line.startsWith("$") && !line.isBlank())
                .toList();

        assertThat(shown)
                .hasSizeGreaterThan(10)
                .allSatisfy(line -> assertThat(printed).contains(line.replaceAll("…$", "")));
    }

    private static String section(String heading) throws IOException {
        return readme().split(heading + "\n", 2)[1].split("\n## ", 2)[0];
    }

    private static String policy() throws IOException {
        return Pages.blocks(section("## A policy"), "json").getFirst();
    }

    private static String readme() throws IOException {
        return Pages.text("README.md");
    }

    private String help() {
        return run("--help");
    }

    /** What a command prints on standard output. */
    private String run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(InputStream.nullInputStream(), out, OutputStream.nullOutputStream());
        CommandLines.of(console, Map.of("HOME", directory.toString()), directory)
                .run(arguments);
        return out.toString(StandardCharsets.UTF_8);
    }
}
