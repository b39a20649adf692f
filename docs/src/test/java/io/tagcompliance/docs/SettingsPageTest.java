package io.tagcompliance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.server.cli.CommandLines;
import io.tagcompliance.server.cli.Console;
import io.tagcompliance.server.settings.Setting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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

    @Test
    void its_flags_are_those_of_the_commands() throws IOException {
        String page = Pages.text("docs/settings.md");
        String flags = page.substring(page.indexOf("The flags are "), page.indexOf("\n`--demo` stands"));
        List<String> known = Arrays.stream(Setting.values())
                .map(setting -> "--" + setting.key().replace('_', '-'))
                .filter(flag -> help().contains(" " + flag))
                .toList();

        assertThat(Pattern.compile("--[a-z-]+").matcher(flags).results().map(MatchResult::group))
                .containsExactlyElementsOf(known);
    }

    private static String help() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(InputStream.nullInputStream(), out, OutputStream.nullOutputStream());
        CommandLines.of(console, Map.of(), Path.of("")).run(new String[] {"config", "--help"});
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String row(Setting setting) {
        String otherwise = setting.otherwise().isEmpty() ? "" : "`" + setting.otherwise() + "`";
        return "| `%s` | `%s` | %s | %s |".formatted(setting.key(), setting.variable(), otherwise, setting.meaning());
    }
}
