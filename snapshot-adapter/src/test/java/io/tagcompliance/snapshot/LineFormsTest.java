package io.tagcompliance.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.snapshot.LineForms.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Which lines have a form that others may follow. */
class LineFormsTest {
    private final LineForms forms = new LineForms(column -> new Span());

    private boolean learns(String line) throws IOException {
        byte[] bytes = line.getBytes(StandardCharsets.US_ASCII);
        return forms.learn(bytes, 0, bytes.length);
    }

    @Test
    void texts_and_tags_that_read_as_they_are_written_have_one() throws IOException {
        assertThat(learns("{\"name\":\"n\",\"region\": null, \"tags\":{\"Owner\":\"me\",\"\":\"\"}}\n"))
                .isTrue();
    }

    @Test
    void what_reads_otherwise_than_it_is_written_has_none() throws IOException {
        for (String value : new String[] {"\"a\\u0041\"", "\"a\\\\\"", "1", "true", "[]", "{}"}) {
            assertThat(learns("{\"name\":" + value + "}")).as(value).isFalse();
        }
    }

    @Test
    void what_stands_twice_or_behind_the_object_has_none() throws IOException {
        assertThat(learns("{\"name\":\"a\",\"name\":\"b\"}")).isFalse();
        assertThat(learns("{\"name\":\"a\"} x")).isFalse();
        assertThat(learns("{\"gap\":\"throttled\"}")).isFalse();
    }

    /** Blanks may be as many as a line is long, and all that is kept of a form stays. */
    @Test
    void what_is_long_between_texts_is_not_kept() throws IOException {
        assertThat(learns("{\"name\":" + " ".repeat(4_000) + "\"a\"}")).isTrue();
        assertThat(learns("{\"name\":" + " ".repeat(5_000) + "\"a\"}")).isFalse();
    }

    @Test
    void many_forms_are_kept_only_until_there_are_eight_megabytes_of_them() throws IOException {
        int kept = 0;
        for (int blanks = 0; blanks < 64 * 64; blanks++) {
            kept += learns("{\"name\":" + " ".repeat(3_900 + blanks / 64) + "\"a\",\"region\":"
                            + " ".repeat(3_900 + blanks % 64) + "\"b\"}")
                    ? 1
                    : 0;
        }

        assertThat(kept).isBetween(1_000, 2_200);
    }
}
