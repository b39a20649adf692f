package io.tagcompliance.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the engine joins comes apart again, whatever strangers wrote into it. */
class JoinedTextsTest {
    private static final List<String> PIECES =
            List.of("|", "\\", "p", "\\p", "'", "a", "", " ", "\u00e4", "\ud83d\ude00");

    private final SplittableRandom chance = new SplittableRandom(3);

    private String text() {
        return IntStream.range(0, chance.nextInt(5))
                .mapToObj(piece -> PIECES.get(chance.nextInt(PIECES.size())))
                .collect(Collectors.joining());
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** Some texts, joined by the engine and read again. */
    private static List<String> throughTheEngine(SqlEngine engine, List<String> texts) throws InterruptedException {
        List<String> read = new ArrayList<>();
        String joined =
                JoinedTexts.sql(texts.stream().map(JoinedTextsTest::literal).toList());
        engine.query("SELECT " + joined, cells -> read.addAll(JoinedTexts.read(cells[0])));
        return read;
    }

    @Test
    void texts_that_the_engine_joined_are_read_as_they_were() throws Exception {
        try (SqlEngine engine = DuckDb.open()) {
            for (int round = 0; round < 300; round++) {
                List<String> texts = IntStream.range(0, chance.nextInt(1, 5))
                        .mapToObj(number -> text())
                        .toList();

                assertThat(throughTheEngine(engine, texts)).isEqualTo(texts);
            }
        }
    }

    /** Engines have an end of how deep expressions may be; a bill may have a column for each of as many keys. */
    @Test
    void hundreds_of_texts_are_joined() throws Exception {
        List<String> texts =
                IntStream.range(0, 1_000).mapToObj(number -> "value " + number).toList();
        try (SqlEngine engine = DuckDb.open()) {
            assertThat(throughTheEngine(engine, texts)).isEqualTo(texts);
        }
    }

    @Test
    void what_is_null_is_empty_and_nothing_is_one_empty_text() throws Exception {
        try (SqlEngine engine = DuckDb.open()) {
            engine.query(
                    "SELECT " + JoinedTexts.sql(List.of("CAST(NULL AS VARCHAR)", "'a'")) + ", "
                            + JoinedTexts.sql(List.of()),
                    cells -> {
                        assertThat(JoinedTexts.read(cells[0])).containsExactly("", "a");
                        assertThat(JoinedTexts.read(cells[1])).containsExactly("");
                    });
        }
    }
}
