package io.tagcompliance.policy.json;

import static io.tagcompliance.policy.json.PolicyFiles.bytes;
import static io.tagcompliance.policy.json.PolicyFiles.problems;
import static io.tagcompliance.policy.json.PolicyFiles.problemsOfRule;
import static io.tagcompliance.policy.json.PolicyFiles.read;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Files that are no policies, or are made to do harm: an exact error each time, never an exception. */
class HostileFilesTest {
    /** How many random files a test reads; few of them where each test runs a thousand times, as under mutation. */
    private static final int ROUNDS = Integer.getInteger("hostile.files", 20_000);

    private static final String SMALL = "{\"version\":\"1.0\"}";
    private static final String BEGIN_WITH = "; start with {\"version\": \"1.0\", \"required_tags\": []}";

    @Test
    void r13_back_references_and_look_around_are_load_errors_with_their_path() {
        String linear = "; patterns run in linear time (RE2), so there are no back-references and no look-around";

        assertThat(problemsOfRule("\"pattern\":\"(a)\\\\1\""))
                .containsExactly("$.required_tags[0].pattern: can't be compiled: invalid escape sequence" + linear);
        for (String lookAround : List.of("(?=a)b", "(?!a)b", "(?<=a)b", "(?<!a)b")) {
            assertThat(problemsOfRule("\"validation_regex\":\"" + lookAround + "\""))
                    .singleElement()
                    .asString()
                    .startsWith("$.required_tags[0].validation_regex: can't be compiled: ")
                    .endsWith(linear);
        }
    }

    @Test
    void r13_any_pattern_at_all_is_compiled_or_refused() {
        Random random = new Random(13);
        String parts = "abz019.*+?()[]{}|^$\\-,:<>=!PpQEdDwWsSbBnrtxuUAzk&&\u00e9\u20ac";
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder pattern = new StringBuilder();
            for (int at = random.nextInt(14); at >= 0; at--) {
                pattern.append(parts.charAt(random.nextInt(parts.length())));
            }
            String json = pattern.toString().replace("\\", "\\\\");
            assertIsSaidOrReadsBack(
                    read("{\"version\":\"1\",\"required_tags\":[{\"name\":\"a\",\"pattern\":\"" + json + "\"}]}"),
                    json);
        }
    }

    @Test
    void r13_a_pattern_that_would_grow_without_bound_is_refused() {
        String grows = "((((a{1000}){1000}){1000}){1000}){1000}";

        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(problemsOfRule("\"pattern\":\"" + grows + "\""))
                        .containsExactly(
                                "$.required_tags[0].pattern: its nested repetitions multiply to more than 1000"));
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(read("{\"version\":\"1\",\"required_tags\":[{\"name\":\"a\",\"pattern\":\""
                                + "(".repeat(500) + ")".repeat(500) + "\"}]}"))
                        .isNotNull());
    }

    @Test
    void r13_repetitions_are_counted_along_the_nesting_only() {
        for (String fine : List.of(
                "[a-z]{1,63}[.][a-z]{1,63}", "(a{30}){33}", "x{1000}y{1000}", "[{(]{1000}", "\\\\({1000}", "a{,9}")) {
            PolicyFiles.withRule("\"pattern\":\"" + fine + "\"");
        }
        for (String grows : List.of("(a{40}){40}", "((a{2}){501})", "(b|c(a{20,40}){40,})", "((ab){1000}c){2}")) {
            assertThat(problemsOfRule("\"pattern\":\"" + grows + "\""))
                    .as(grows)
                    .hasSize(1);
        }
    }

    @Test
    void r14_an_unknown_field_is_named_with_the_nearest_one() {
        assertThat(problems(read("{\"version\":\"1.0\",\"requiredtags\":[]}")))
                .containsExactly("$.requiredtags: unknown field; did you mean 'required_tags'?");
    }

    @Test
    void r14_a_duplicate_key_is_named_at_its_path() {
        assertThat(
                        problems(
                                read(
                                        "{\"version\":\"1.0\",\"version\":\"1.0\",\"required_tags\":[{\"name\":\"a\",\"name\":\"b\"}]}")))
                .containsExactly(
                        "$.version: stands here twice; keep one of them",
                        "$.required_tags[0].name: stands here twice; keep one of them");
    }

    @Test
    void r14_a_file_of_50_megabytes_and_one_just_too_large_are_refused() {
        byte[] justRight = Arrays.copyOf(SMALL.getBytes(UTF_8), PolicyReader.LARGEST);
        Arrays.fill(justRight, SMALL.length(), justRight.length, (byte) ' ');
        byte[] oneTooMany = Arrays.copyOf(justRight, justRight.length + 1);
        oneTooMany[justRight.length] = ' ';

        PolicyFiles.accepted(PolicyReader.read(justRight));
        assertThat(problems(PolicyReader.read(oneTooMany)))
                .containsExactly("$: larger than 1 MiB; a policy is a few pages");
        assertThat(problems(PolicyReader.read(new byte[50 * 1024 * 1024])))
                .containsExactly("$: larger than 1 MiB; a policy is a few pages");
    }

    @Test
    void r14_a_wrong_version_is_refused() {
        assertThat(problems(read("{\"version\":\"4.0\"}")))
                .containsExactly("$.version: must be 1, 2 or 3 with a minor version, as in \"1.0\"");
    }

    @Test
    void r14_an_empty_and_a_blank_file_are_told_how_to_begin() {
        assertThat(problems(read(""))).containsExactly("$: the file is empty" + BEGIN_WITH);
        assertThat(problems(read(" \n\t "))).containsExactly("$: the file holds no JSON" + BEGIN_WITH);
    }

    @Test
    void r14_a_byte_order_mark_utf_16_and_invalid_utf_8_are_named() {
        assertThat(problems(read("\uFEFF" + SMALL)))
                .containsExactly("$: the file starts with a byte order mark; save it as UTF-8 without one");
        for (Charset charset : List.of(UTF_16, UTF_16LE, UTF_16BE)) {
            assertThat(problems(PolicyReader.read(SMALL.getBytes(charset))))
                    .containsExactly("$: the file is UTF-16; save it as UTF-8");
        }
        assertThat(problems(PolicyReader.read(("\uFEFF" + SMALL).getBytes(UTF_16LE))))
                .containsExactly("$: the file is UTF-16; save it as UTF-8");
        assertThat(problems(PolicyReader.read(new byte[] {'{', '"', (byte) 0xC3, '(', '"', '}'})))
                .containsExactly("$: the file is not UTF-8; save it as that");
        assertThat(problems(PolicyReader.read(new byte[] {0}))).containsExactly("$: not valid JSON (line 1, column 2)");
    }

    @Test
    void r14_deep_nesting_and_long_texts_are_refused() {
        String tooMuch =
                "$: nested deeper than 64 levels, a text longer than 64 KiB, or a number of more than 40 digits";

        for (String deep :
                List.of("[".repeat(100_000), "{\"a\":".repeat(100_000), "{\"a\":".repeat(65) + "1" + "}".repeat(65))) {
            assertThat(problems(read(deep))).containsExactly(tooMuch);
        }
        assertThat(problems(read("{\"version\":\"" + "x".repeat(70_000) + "\"}")))
                .singleElement()
                .asString()
                .startsWith(tooMuch);
    }

    @Test
    void r14_what_is_no_single_object_is_refused() {
        String version = "$.version: missing; write for example \"version\": \"1.0\"";

        assertThat(problems(read(SMALL.substring(0, 12)))).containsExactly("$: not valid JSON (line 1, column 13)");
        assertThat(problems(read(SMALL + "\nx"))).containsExactly("$: not valid JSON (line 2, column 1)");
        assertThat(problems(read(SMALL + "\n{}")))
                .containsExactly("$: something follows the end of the policy (line 2, column 1)");
        assertThat(problems(read("[]"))).containsExactly("$: must be an object {…}, is a list", version);
        assertThat(problems(read("\"1.0\""))).containsExactly("$: must be an object {…}, is a text", version);
        assertThat(problems(read("null"))).containsExactly("$: must be an object {…}, is null", version);
    }

    @Test
    void r14_a_huge_number_costs_nothing_and_is_named() {
        for (String huge : List.of("1e999999", "99999999999", "1.5", "-1e-999999999")) {
            assertThat(problems(read("{\"version\":\"1.0\",\"tag_naming_rules\":{\"max_key_length\":" + huge + "}}")))
                    .containsExactly("$.tag_naming_rules.max_key_length: not a whole number below a thousand million");
        }
        assertThat(problems(read(
                        "{\"version\":\"1.0\",\"tag_naming_rules\":{\"max_key_length\":" + "9".repeat(100_000) + "}}")))
                .hasSize(1);
    }

    @Test
    void r14_every_truncation_of_a_policy_is_rejected() {
        byte[] file = bytes("phase-1.json");
        int end = new String(file, UTF_8).strip().length();
        for (int length = 0; length < end; length++) {
            assertThat(PolicyReader.read(Arrays.copyOf(file, length)))
                    .as("%d bytes", length)
                    .isInstanceOf(PolicyReading.Rejected.class);
        }
    }

    @Test
    void r14_no_change_of_single_bytes_makes_the_reader_throw() {
        Random random = new Random(2_000);
        for (String name : List.of("phase-1.json", "version-2.json", "full.json")) {
            byte[] file = bytes(name);
            for (int round = 0; round < ROUNDS / 10; round++) {
                byte[] changed = file.clone();
                for (int changes = random.nextInt(3); changes >= 0; changes--) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt(random.nextBoolean() ? 256 : 128);
                }
                assertIsSaidOrReadsBack(PolicyReader.read(changed), new String(changed, UTF_8));
            }
        }
    }

    /** Either everything that is wrong is said, or the policy is one that can be written down and read again. */
    private static void assertIsSaidOrReadsBack(PolicyReading reading, String file) {
        switch (reading) {
            case PolicyReading.Rejected rejected ->
                assertThat(rejected.problems()).as(file).isNotEmpty();
            case PolicyReading.Accepted accepted ->
                assertThat(read(PolicyWriter.write(accepted.policy()))).as(file).isEqualTo(accepted);
        }
    }
}
