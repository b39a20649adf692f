package io.tagcompliance.server.handout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagcompliance.server.handout.Handout.Kind;
import io.tagcompliance.testkit.SettableClock;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
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

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("handouts"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
