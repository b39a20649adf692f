package io.tagcompliance.server.cli;

import io.tagcompliance.server.settings.RawSettings;
import io.tagcompliance.server.settings.Setting;
import io.tagcompliance.server.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code config}: every setting, its value, and where that came from. */
@Command(name = "config", description = "Shows every setting and where it came from.", mixinStandardHelpOptions = true)
final class ConfigCommand implements Callable<Integer> {
    private static final int WIDTH = 76;

    private final Program program;

    @Mixin
    private EstateOptions options = new EstateOptions();

    ConfigCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        RawSettings raw = program.rawSettings(options);
        Settings settings = program.configuration(raw).settings();
        for (Setting setting : Setting.values()) {
            RawSettings.Value value = raw.value(setting);
            String text = setting == Setting.DATA_DIR ? settings.dataDir().toString() : value.text();
            program.console()
                    .out()
                    .printf(
                            "%-21s  %-26s  %s%n",
                            setting.key(),
                            text.isEmpty() ? "-" : text,
                            value.origin().name().toLowerCase(Locale.ROOT));
            wrapped(setting.meaning()).forEach(line -> program.console().out().println("    " + line));
        }
        return ExitCode.FINE.number();
    }

    /** Whole words on lines that fit a terminal, indented. */
    private static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
