package io.tagcompliance.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagcompliance.server.ProgramRun;
import io.tagcompliance.server.ProgramRun.Setup;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A report or a list that is shown to other people tells them of no person by name. */
class MaskedReportTest {
    private static final String ESTATE = """
            {"resource_id":"arn:aws:iam::111111111111:user/ann@example.com","resource_type":"iam:user","tags":{"Owner":"ann@example.com"}}
            {"resource_id":"arn:aws:sqs:eu-west-1:111111111111:one","resource_type":"sqs:queue","tags":{"Owner":"Bob Builder"}}
            {"resource_id":"arn:aws:sqs:eu-west-1:111111111111:two","resource_type":"sqs:queue","tags":{"Owner":"ann@example.com"}}
            """;
    private static final String POLICY =
            "{\"version\":\"1.0\",\"required_tags\":[{\"name\":\"Owner\"},{\"name\":\"CostCenter\"}]}";
    private static final Pattern PSEUDONYM = Pattern.compile("person-[0-9a-f]{10}");

    @TempDir
    Path directory;

    private String report(String format, String... more) throws IOException {
        Path file = Files.writeString(directory.resolve("estate.jsonl"), ESTATE);
        Path policy = Files.writeString(directory.resolve("policy.json"), POLICY);
        String[] command = {
            "report",
            "--audience",
            "engineering",
            "--format",
            format,
            "--estate",
            file.toString(),
            "--policy",
            policy.toString()
        };
        ProgramRun run = Setup.in(directory)
                .run(Stream.of(command, more).flatMap(Arrays::stream).toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out();
    }

    private static final String TEAMS = """
            {"version":"1.0","required_tags":[{"name":"Owner","allowed_values":["Ann","Bob Builders"]},{"name":"CostCenter"}]}""";

    private String export(String format, String... more) throws IOException {
        Path file = Files.writeString(directory.resolve("estate.jsonl"), ESTATE);
        Path policy = Files.writeString(directory.resolve("teams.json"), TEAMS);
        Path out = directory.resolve("list." + format);
        String[] command = {
            "export", "--out", out.toString(), "--estate", file.toString(), "--policy", policy.toString()
        };
        ProgramRun run = Setup.in(directory)
                .run(Stream.of(command, more).flatMap(Arrays::stream).toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return format.equals("xlsx") ? cells(out) : Files.readString(out);
    }

    private static String cells(Path workbook) throws IOException {
        try (ZipFile zip = new ZipFile(workbook.toFile());
                InputStream sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "csv", "xlsx"})
    void no_format_of_a_list_tells_them_either(String format) throws Exception {
        assertThat(export(format)).contains("Bob Builder", "Bob Builders", "user/ann@example.com");

        assertThat(export(format, "--mask"))
                .contains("user/person-", "invalid_value", "CostCenter", "required_tags.Owner")
                .doesNotContain("example.com", "Bob", "Builder", "Ann")
                .doesNotContain(unkeyed("ann@example.com"), unkeyed("bob builder"));
    }

    @Test
    void a_name_under_a_key_that_stands_for_another_is_masked_too() throws IOException {
        Path file = Files.writeString(directory.resolve("alias.jsonl"), """
                {"resource_id":"arn:aws:sqs:eu-west-1:111111111111:one","resource_type":"sqs:queue","tags":{"Owner":"Bob Builder"}}
                """);
        Path policy = Files.writeString(directory.resolve("alias.json"), """
                {"version":"3.0","required_tags":[{"name":"Team","aliases":["Owner"]}]}""");
        Path out = directory.resolve("alias.csv");
        ProgramRun run = Setup.in(directory)
                .run(
                        "export",
                        "--mask",
                        "--out",
                        out.toString(),
                        "--estate",
                        file.toString(),
                        "--policy",
                        policy.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readString(out)).contains("known_alias", "person-").doesNotContain("Bob");
    }

    @Test
    void a_person_has_the_same_pseudonym_in_a_list_as_in_a_report() throws IOException {
        Set<String> inReport = PSEUDONYM
                .matcher(report("json", "--mask"))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
        Set<String> inList = PSEUDONYM
                .matcher(export("json", "--mask"))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());

        assertThat(inReport).hasSize(2);
        assertThat(inList).containsAll(inReport);
    }

    private static String unkeyed(String person) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(person.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest).substring(0, 8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "csv", "markdown", "html"})
    void no_format_tells_an_address_a_name_or_a_digest_that_can_be_guessed(String format) throws Exception {
        String shown = report(format).replace("\\", "");
        assertThat(shown).contains("Bob Builder");
        assertThat(shown.contains("ann@example.com") || shown.contains("ann&#64;example.com"))
                .isTrue();

        String masked = report(format, "--mask").replace("\\", "");

        assertThat(masked)
                .containsPattern(PSEUDONYM)
                .doesNotContain("example.com", "Bob", "Builder")
                .doesNotContain(unkeyed("ann@example.com"), unkeyed("bob builder"));
    }

    @Test
    void a_person_has_the_same_pseudonym_in_every_report_of_an_installation() throws Exception {
        assertThat(PSEUDONYM
                        .matcher(report("csv", "--mask"))
                        .results()
                        .map(found -> found.group())
                        .distinct())
                .hasSize(2)
                .hasSameElementsAs(PSEUDONYM
                        .matcher(report("json", "--mask"))
                        .results()
                        .map(found -> found.group())
                        .toList());
    }

    @Test
    void what_lists_all_of_a_step_masks_too() throws IOException {
        assertThat(steps(report("json", "--mask"))).isNotEmpty().allSatisfy(step -> {
            assertThat(step.at("/list_all/mask_personal_data").asBoolean()).isTrue();
            assertThat(step.at("/list_all/command").asText()).contains(" --mask ");
        });
        assertThat(steps(report("json")))
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step.path("list_all").toString()).doesNotContain("mask"));
    }

    private static JsonNode steps(String report) throws IOException {
        return ProgramRun.parse(report).path("recommendations");
    }
}
