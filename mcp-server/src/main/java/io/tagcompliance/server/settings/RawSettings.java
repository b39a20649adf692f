package io.tagcompliance.server.settings;

import io.tagcompliance.policy.Nearest;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The settings as texts, each with its origin. A flag beats the environment, that beats the file, that the default. */
public record RawSettings(Map<Setting, Value> values) {
    public RawSettings {
        values = Map.copyOf(values);
    }

    /**
     * A value and where it came from.
     *
     * @param base the directory that a relative path in it starts from
     */
    public record Value(String text, Origin origin, Path base) {}

    /** Where a value came from. */
    public enum Origin {
        DEFAULT,
        FILE,
        ENVIRONMENT,
        FLAG
    }

    /**
     * Reads all sources.
     *
     * @throws SettingsException where one of them holds something unknown
     */
    public static RawSettings read(Map<Setting, String> flags, Map<String, String> environment, Path workingDirectory) {
        Map<Setting, Value> values = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            values.put(setting, new Value(setting.otherwise(), Origin.DEFAULT, workingDirectory));
        }
        Map<Setting, Value> fromOutside = new EnumMap<>(Setting.class);
        environment.forEach((name, text) -> {
            if (Setting.isOurs(name)) {
                fromOutside.put(ofVariable(name), new Value(text, Origin.ENVIRONMENT, workingDirectory));
            }
        });
        flags.forEach((setting, text) -> fromOutside.put(setting, new Value(text, Origin.FLAG, workingDirectory)));
        Value config = fromOutside.getOrDefault(Setting.CONFIG, Objects.requireNonNull(values.get(Setting.CONFIG)));
        values.putAll(SettingsFile.read(config, workingDirectory));
        values.putAll(fromOutside);
        return new RawSettings(values);
    }

    public String text(Setting setting) {
        return value(setting).text();
    }

    public Value value(Setting setting) {
        return Objects.requireNonNull(values.get(setting));
    }

    private static Setting ofVariable(String name) {
        return Setting.ofVariable(name)
                .orElseThrow(() -> unknown("setting: environment variable " + name, name, Setting.variables()));
    }

    static SettingsException unknown(String what, String name, Collection<String> known) {
        String nearest = Nearest.to(name, known)
                .map(near -> "; did you mean " + near + "?")
                .orElse("; known: " + String.join(", ", known));
        return new SettingsException("unknown " + what + nearest);
    }
}
