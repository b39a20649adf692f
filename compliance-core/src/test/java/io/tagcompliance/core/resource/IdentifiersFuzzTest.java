package io.tagcompliance.core.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Whatever a text is, it is an identifier or none, and the reason doesn't repeat it. */
class IdentifiersFuzzTest {
    @FuzzTest(maxDuration = "1m")
    void r39_a_text_is_an_identifier_or_none(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        switch (IdReading.of(text)) {
            case IdReading.Valid valid ->
                assertThat(valid.id().text()).isEqualTo(text).doesNotContain("*");
            case IdReading.Invalid invalid ->
                assertThat(invalid.reason()).isNotBlank().hasSizeLessThan(200);
        }
    }
}
