package io.tagcompliance.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.FutureTask;
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

    @Test
    void texts_that_the_engine_joined_are_read_as_they_were() throws Exception {
        try (SqlEngine engine = DuckDb.open()) {
            for (int round = 0; round < 300; round++) {
                List<String> texts = IntStream.range(0, chance.nextInt(1, 5))
                        .mapToObj(number -> text())
                        .toList();
                List<String> read = new ArrayList<>();
                engine.query(
                        "SELECT "
                                + JoinedTexts.sql(texts.stream()
                                        .map(JoinedTextsTest::literal)
                                        .toList()),
                        cells -> read.addAll(JoinedTexts.read(cells[0])));

                assertThat(read).isEqualTo(texts);
            }
        }
    }

    /** A column for each of the keys that AWS lets an account activate, on a stack as small as the launcher's. */
    @Test
    void five_hundred_texts_are_joined() throws Exception {
        List<String> texts =
                IntStream.range(0, 500).mapToObj(number -> "value " + number).toList();
        List<String> read = new ArrayList<>();
        FutureTask<Boolean> work = new FutureTask<>(() -> {
            try (SqlEngine engine = DuckDb.open()) {
                engine.query(
                        "SELECT "
                                + JoinedTexts.sql(texts.stream()
                                        .map(JoinedTextsTest::literal)
                                        .toList()),
                        cells -> read.addAll(JoinedTexts.read(cells[0])));
            }
            return true;
        });
        new Thread(null, work, "small stack", 512 << 10).start();

        assertThat(work.get()).isTrue();
        assertThat(read).isEqualTo(texts);
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
