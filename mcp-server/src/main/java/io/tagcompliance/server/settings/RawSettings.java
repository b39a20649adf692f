package io.tagcompliance.server.settings;

import io.tagcompliance.policy.Nearest;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** The settings as texts, each with its origin. A flag beats the environment, that beats the file, that the default. */
public record RawSettings(Map<Setting, Value> values) {
    public RawSettings {
        values = Map.copyOf(values);
    }

    /**
     * A value and where it came from.
     *
     * @param base the directory that a relative path in it starts from
     * @param file the settings file that it stands in, as the user named that; empty elsewhere
     */
    public record Value(String text, Origin origin, Path base, String file) {
        private static final int LONGEST_SHOWN = 80;

        /** How the user gave this value, to be shown: {@code TAG_COMPLIANCE_CLOUDS=aws}. */
        String as(Setting setting) {
            String shown = text.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
            String cut = shown.length() > LONGEST_SHOWN ? shown.substring(0, LONGEST_SHOWN) + "…" : shown;
            return switch (origin) {
                case DEFAULT -> setting.key() + " by default";
                case FILE -> setting.key() + ": " + cut + " in " + file;
                case ENVIRONMENT -> setting.variable() + "=" + cut;
                case FLAG -> setting.flag() + " " + cut;
            };
        }
    }

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
        return read(flags, environment, workingDirectory, problem -> {
            throw problem;
        });
    }

    /** Reads all sources, and goes on without what is wrong after it told of it. */
    public static RawSettings read(
            Map<Setting, String> flags,
            Map<String, String> environment,
            Path workingDirectory,
            Consumer<SettingsException> problems) {
        Map<Setting, Value> values = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            values.put(setting, new Value(setting.otherwise(), Origin.DEFAULT, workingDirectory, ""));
        }
        Map<Setting, Value> fromOutside = new EnumMap<>(Setting.class);
        environment.forEach((name, text) -> {
            if (Setting.isOurs(name)) {
                Setting.ofVariable(name)
                        .ifPresentOrElse(
                                setting -> fromOutside.put(
                                        setting, new Value(text, Origin.ENVIRONMENT, workingDirectory, "")),
                                () -> problems.accept(
                                        unknown("setting: environment variable " + name, name, Setting.variables())));
            }
        });
        flags.forEach((setting, text) -> fromOutside.put(setting, new Value(text, Origin.FLAG, workingDirectory, "")));
        Value config = fromOutside.getOrDefault(Setting.CONFIG, Objects.requireNonNull(values.get(Setting.CONFIG)));
        values.putAll(SettingsFile.read(config, workingDirectory, problems));
        values.putAll(fromOutside);
        return new RawSettings(values);
    }

    /** The same, with this setting as if nobody had given it. */
    public RawSettings without(Setting setting) {
        Map<Setting, Value> others = new EnumMap<>(values);
        others.put(
                setting,
                new Value(setting.otherwise(), Origin.DEFAULT, value(setting).base(), ""));
        return new RawSettings(others);
    }

    /** A problem, with how the user gave the setting that it is about at the end of its first line. */
    public String told(SettingsException problem) {
        String how = problem.about()
                .filter(setting -> value(setting).origin() != Origin.DEFAULT)
                .map(setting -> " (given: " + value(setting).as(setting) + ")")
                .orElse("");
        String message = String.valueOf(problem.getMessage());
        int end = message.indexOf('\n');
        return end < 0 ? message + how : message.substring(0, end) + how + message.substring(end);
    }

    public String text(Setting setting) {
        return value(setting).text();
    }

    public Value value(Setting setting) {
        return Objects.requireNonNull(values.get(setting));
    }

    private static SettingsException unknown(String what, String name, Collection<String> known) {
        return new SettingsException("unknown " + what + nearest(name, known));
    }

    static String nearest(String name, Collection<String> known) {
        return Nearest.to(name, known)
                .map(near -> "; did you mean " + near + "?")
                .orElse("; known: " + String.join(", ", known));
    }
}
