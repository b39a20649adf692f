package io.tagcompliance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.server.settings.Setting;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page about settings has every setting, and no other. */
class SettingsPageTest {
    @Test
    void its_table_is_that_of_the_code() throws IOException {
        List<String> rows = Pages.text("docs/settings.md")
                .lines()
                .filter(line -> line.startsWith("| `"))
                .toList();

        assertThat(rows)
                .isEqualTo(Arrays.stream(Setting.values())
                        .map(SettingsPageTest::row)
                        .toList());
    }

    private static String row(Setting setting) {
        String otherwise = setting.otherwise().isEmpty() ? "" : "`" + setting.otherwise() + "`";
        return "| `%s` | `%s` | %s | %s |".formatted(setting.key(), setting.variable(), otherwise, setting.meaning());
    }
}
