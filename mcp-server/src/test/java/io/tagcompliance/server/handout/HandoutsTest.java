package io.tagcompliance.server.handout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagcompliance.server.handout.Handout.Kind;
import io.tagcompliance.testkit.SettableClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandoutsTest {
    private static final Handouts.Label LABEL = new Handouts.Label(Kind.EXPORT, "list.csv", "text/csv", "ann");

    @TempDir
    private Path directory;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-28T12:00:00Z"));

    private Handouts handouts() {
        return Handouts.in(directory.resolve("handouts"), clock);
    }

    private static void hello(OutputStream out) throws IOException {
        out.write("hello".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void what_was_made_is_found_and_read_with_its_digest() throws Exception {
        Handout made = handouts().make(LABEL, HandoutsTest::hello);

        Handout found = handouts().find(Kind.EXPORT, made.id(), "ann").orElseThrow();

        assertThat(found).isEqualTo(made);
        assertThat(found.uri()).matches("export://[0-9a-f]{32}");
        assertThat(handouts().read(found)).asString().isEqualTo("hello");
        byte[] sha = MessageDigest.getInstance("SHA-256").digest("hello".getBytes(StandardCharsets.UTF_8));
        assertThat(found.digest()).isEqualTo(new Handout.Digest(HexFormat.of().formatHex(sha), 5));
    }

    @Test
    void r36_nobody_else_finds_it() throws Exception {
        Handout made = handouts().make(LABEL, HandoutsTest::hello);

        assertThat(handouts().find(Kind.EXPORT, made.id(), "bob")).isEmpty();
        assertThat(handouts().find(Kind.REPORT, made.id(), "ann")).isEmpty();
    }

    @Test
    void it_is_gone_after_a_day_and_the_next_one_takes_it_away() throws Exception {
        Handout made = handouts().make(LABEL, HandoutsTest::hello);
        clock.pass(Duration.ofHours(24));

        assertThat(handouts().find(Kind.EXPORT, made.id(), "ann")).isEmpty();
        handouts().make(LABEL, HandoutsTest::hello);
        assertThat(names()).noneMatch(name -> name.startsWith(made.id())).hasSize(2);
    }

    @Test
    void one_that_was_not_written_to_its_end_is_taken_away() throws IOException {
        assertThatThrownBy(() -> handouts().make(LABEL, out -> {
                    hello(out);
                    throw new IOException("no space left on device /somewhere");
                }))
                .isInstanceOf(HandoutException.class)
                .hasMessageNotContaining("somewhere");
        assertThat(names()).isEmpty();
    }

    @Test
    void r42_no_name_from_outside_leads_out_of_the_directory() throws Exception {
        Handout made = handouts().make(LABEL, HandoutsTest::hello);
        Path secret = Files.writeString(directory.resolve("secret.json"), "{}");
        Path about = directory.resolve("handouts").resolve(made.id() + ".json");
        String other = "0".repeat(32);
        Files.createSymbolicLink(directory.resolve("handouts").resolve(other + ".json"), about);
        Files.createSymbolicLink(directory.resolve("handouts").resolve(other + ".content"), secret);

        List<String> names = List.of(
                "../../x",
                "../secret",
                "..\\secret",
                "%2e%2e%2fsecret",
                secret.toString(),
                made.id() + "\u0000",
                made.id().toUpperCase(Locale.ROOT) + "/",
                made.id() + "/../" + made.id(),
                "",
                ".",
                other);
        assertThat(names)
                .allSatisfy(name ->
                        assertThat(handouts().find(Kind.EXPORT, name, "ann")).isEmpty());
    }

    private static void lines(OutputStream out) throws IOException {
        for (int line = 0; line < 300_000; line++) {
            String text = "a line with the number %d, which is as long as lines are in the mean%n".formatted(line);
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static byte[] joined(List<byte[]> parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        parts.forEach(joined::writeBytes);
        return joined.toByteArray();
    }

    /** All there are, of which each has some bytes and none too many. */
    private List<byte[]> parts(Handout made) {
        List<byte[]> parts = IntStream.rangeClosed(1, handouts().parts(made))
                .mapToObj(number -> handouts().part(made, number).orElseThrow())
                .toList();
        assertThat(parts).allSatisfy(part -> assertThat(part.length).isBetween(1, 8 << 20));
        assertThat(handouts().part(made, 0)).isEmpty();
        assertThat(handouts().part(made, parts.size() + 1)).isEmpty();
        return parts;
    }

    private static void assertIsWhole(Handout made, List<byte[]> parts) throws NoSuchAlgorithmException {
        byte[] sha = MessageDigest.getInstance("SHA-256").digest(joined(parts));
        assertThat(HexFormat.of().formatHex(sha)).isEqualTo(made.digest().sha256());
    }

    @Test
    void the_parts_of_a_long_text_are_whole_lines_and_together_the_file() throws Exception {
        Handout made = handouts().make(LABEL, HandoutsTest::lines);

        List<byte[]> parts = parts(made);

        assertThat(parts).hasSize(3).allMatch(part -> part[part.length - 1] == '\n');
        assertIsWhole(made, parts);
    }

    @Test
    void a_line_that_is_longer_than_a_part_is_cut_between_characters() throws Exception {
        String line = "東".repeat(4 << 20);
        Handout made = handouts().make(LABEL, out -> out.write(line.getBytes(StandardCharsets.UTF_8)));

        List<byte[]> parts = parts(made);

        assertThat(parts)
                .hasSize(2)
                .allSatisfy(part ->
                        assertThat(new String(part, StandardCharsets.UTF_8)).matches("東+"));
        assertIsWhole(made, parts);
    }

    @Test
    void bytes_are_cut_anywhere() throws Exception {
        byte[] bytes = new byte[17 << 20];
        new Random(1).nextBytes(bytes);
        Handouts.Label workbook = new Handouts.Label(Kind.EXPORT, "list.xlsx", FileType.XLSX.mime(), "ann");
        Handout made = handouts().make(workbook, out -> out.write(bytes));

        List<byte[]> parts = parts(made);

        assertThat(parts).hasSize(3);
        assertIsWhole(made, parts);
    }

    @Test
    void what_is_small_is_one_part() throws Exception {
        assertThat(parts(handouts().make(LABEL, HandoutsTest::hello)))
                .singleElement()
                .isEqualTo("hello".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void r42_no_part_is_read_through_a_link() throws Exception {
        Handout made = handouts().make(LABEL, HandoutsTest::hello);
        Path content = directory.resolve("handouts").resolve(made.id() + ".content");
        Files.delete(content);
        Files.createSymbolicLink(content, Files.writeString(directory.resolve("secret"), "secret"));

        assertThatThrownBy(() -> handouts().part(made, 1)).isInstanceOf(HandoutException.class);
        assertThatThrownBy(() -> handouts().read(made)).isInstanceOf(HandoutException.class);
        assertThatThrownBy(() -> handouts().parts(made)).isInstanceOf(HandoutException.class);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("handouts"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
